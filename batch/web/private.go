// This file refuses addresses inside a network: a feed, a redirect or a name server must
// not lead to what only we can reach.

package web

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

var errPrivate = errors.New("an address inside a network; give --allow-private to fetch from there")

// A privateError says which address it is.
type privateError struct{ at string }

func (e *privateError) Error() string { return e.at + " is " + errPrivate.Error() }
func (e *privateError) Unwrap() error { return errPrivate }

// inside are networks that are not public besides those that netip knows.
var inside = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // carriers
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), // benchmarks
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), // IPv4 behind NAT64, of any kind
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2002::/16"), // 6to4, the same
}

// isPublic reports whether everybody can reach an address.
func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, p := range inside {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// newTransport makes the connections. Addresses are looked at as they are dialled, after
// names are resolved and for every redirect.
func newTransport(allowPrivate bool) http.RoundTripper {
	dialer := &net.Dialer{Timeout: 30 * time.Second}
	if !allowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil || !isPublic(at.Addr()) {
				return &privateError{address}
			}
			return nil
		}
	}
	direct := http.DefaultTransport.(*http.Transport).Clone()
	direct.Proxy = nil
	direct.DialContext = dialer.DialContext
	proxied := http.DefaultTransport.(*http.Transport).Clone()
	return &transport{direct, proxied, allowPrivate}
}

// A transport goes through the proxy of the environment where there is one. The proxy may
// be inside the network; what it is asked for may not.
type transport struct {
	direct, proxied *http.Transport
	allowPrivate    bool
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	proxy, err := http.ProxyFromEnvironment(req)
	if err != nil {
		return nil, err
	}
	if proxy == nil {
		return t.direct.RoundTrip(req)
	}
	if !t.allowPrivate {
		// A name that cannot be resolved here is the proxy's business.
		ips, _ := net.DefaultResolver.LookupNetIP(req.Context(), "ip", req.URL.Hostname())
		for _, ip := range ips {
			if !isPublic(ip) {
				return nil, &privateError{ip.String()}
			}
		}
	}
	return t.proxied.RoundTrip(req)
}
