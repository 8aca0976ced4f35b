namespace Stryke.Web.Middleware.Errors;

/// <summary>The stylesheet of the error pages, and the policy that allows it and nothing else.</summary>
internal static class ErrorStyle
{
    /// <summary>The base64 SHA-256 of <see cref="Css"/> (CSP3 §2.3.1), written down so that a 404 hashes nothing.</summary>
    internal const string Hash = "dID+bUSzpFa7zPTBjv6pYXe1zVC6YZ77LkxmBzGxWE4=";

    /// <summary>The Content-Security-Policy of an error page.</summary>
    internal const string Policy =
        $"default-src 'none'; style-src 'sha256-{Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>The stylesheet.</summary>
    internal static ReadOnlySpan<byte> Css =>
        """
        :root { color-scheme: light dark; --ink: #1d232b; --dim: #66707c; --line: #dfe3e8; --paper: #fff; --ground: #f5f6f8;
          --mark: #fdecea; --red: #b3261e }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --dim: #939daa; --line: #323a44; --paper: #1c2128;
          --ground: #14181d; --mark: #46211f; --red: #ff8a80 } }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
        main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
        header { border-left: .3rem solid var(--red); padding: .2rem 0 .2rem 1.1rem; margin-bottom: 2rem }
        header.plain { max-width: 36rem; margin: 18vh auto 0 }
        h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere }
        h2 { margin: 2rem 0 .6rem; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--dim) }
        p { margin: .35rem 0 0 } .status { margin: 0 0 .25rem; color: var(--red); font-weight: 600 } .message { font-size: 1.1rem;
          white-space: pre-wrap; overflow-wrap: anywhere }
        .card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; margin-top: .5rem; overflow-x: auto }
        .name { padding: .5rem .9rem; border-bottom: 1px solid var(--line); color: var(--dim) }
        code, pre, .name, td, li { font: .86rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
        pre { margin: 0; padding: .5rem 0; min-width: max-content; tab-size: 4 }
        pre span { display: block; padding: 0 .9rem } pre i { display: inline-block; width: 3.2rem; color: var(--dim);
          font-style: normal; user-select: none }
        pre .failing { background: var(--mark); font-weight: 600 } pre .failing i { color: var(--red) }
        ol { margin: 0; padding: .5rem .9rem; list-style: none; min-width: max-content } li { color: var(--dim) }
          li.own { color: var(--ink); font-weight: 600 }
        summary { padding: .5rem .9rem; border-top: 1px solid var(--line); color: var(--dim); cursor: pointer }
        table { border-collapse: collapse; width: 100% } td { padding: .25rem .9rem; border-top: 1px solid var(--line);
          vertical-align: top; overflow-wrap: anywhere }
        tr:first-child td { border-top: 0 } td:first-child { color: var(--dim); white-space: nowrap; width: 1% }
        """u8;
}
