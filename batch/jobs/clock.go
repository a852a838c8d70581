// This file says when a job is due.

package jobs

import "time"

// Next returns when a job is due: at once if its time has passed since the run that was
// begun last. A job with every that has never run is due at once; one with cron at its
// first time after since.
func (j *Job) Next(last, since, now time.Time) time.Time {
	var due time.Time
	switch {
	case j.schedule == nil && last.IsZero():
		return now
	case j.schedule == nil:
		due = last.Add(j.Every.Duration())
		if last.After(now) { // the clock was set back
			due = now.Add(j.Every.Duration())
		}
	case last.IsZero():
		due = j.schedule.Next(since)
	case last.After(now):
		due = j.schedule.Next(now)
	default:
		due = j.schedule.Next(last)
	}
	if due.Before(now) {
		return now
	}
	return due
}
