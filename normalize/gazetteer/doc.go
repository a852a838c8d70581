// Package gazetteer knows the official regions, departments and communes of
// France with their INSEE codes, and the spellings that releases use for them.
//
// Names are found by [RegionNamed], [DepartmentNamed] and [CommunesNamed], which
// forgive capitals, accents, hyphens and the like and say so ([How]); nothing is
// ever guessed by likeness, but [Suggest] offers the one near name for a finding.
// Bare codes have functions of their own, since "84" is a region and a
// department. [Scan] finds names inside running or glued text. [Contradicts]
// says when a name speaks of a commune that lies elsewhere.
//
// The tables come from the package named in [Edition] (Code officiel
// géographique 2026 of INSEE and postal codes of La Poste, gathered by Etalab),
// data under the Licence Ouverte 2.0, code under the MIT licence; `go generate`
// makes them anew. Regions and departments are plain tables and cost nothing at
// start; communes are unpacked at the first question about one.
//
// Not known: names of communes that were merged without becoming a delegated or
// associated commune (the data has their codes only), places below the commune,
// groupings of communes.
//
// What does not live here: which column holds a department, what to do with an
// unknown name (normalize).
package gazetteer
