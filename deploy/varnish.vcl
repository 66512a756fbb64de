# Broadsheet behind Varnish (6.0 or later): a one-second cache that is refreshed in the background, outlives the newspaper's
# failures by a day, and forgets at once what the newspaper takes out of print. Set in broadsheet.toml:
#   varnish = ["http://127.0.0.1:6081"]
#   trusted_proxies = ["127.0.0.1"]
vcl 4.1;

import std;

backend default {
    .host = "127.0.0.1";
    .port = "8000";
    .probe = { .url = "/-/health/front"; .interval = 2s; .timeout = 1s; }
}

acl newspaper {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ newspaper || !req.http.xkey || req.http.xkey !~ "^[a-z0-9 -]+$") {
            return (synth(405));
        }
        # No space in the expression: a ban's words are parted by spaces.
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.xkey, " +", "|") + ")(\s|$)");
        return (synth(200));
    }
    # Staff see Django's pages: their session goes past the cache. No other cookie reaches the newspaper's pages.
    if (req.http.Cookie ~ "(^|;\s*)(__Host-)?desk=" || req.http.Authorization || req.url ~ "^/(desk|-)/") {
        return (pass);
    }
    if (req.method == "GET" || req.method == "HEAD") {
        unset req.http.Cookie;
    }
    if (std.healthy(req.backend_hint)) {
        set req.grace = 10s;
    }
}

sub vcl_backend_response {
    set beresp.grace = 1d;
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
}
