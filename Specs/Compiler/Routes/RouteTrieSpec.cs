using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

/// <summary>The generated trie, held against a plain matcher that looks at every route.</summary>
public sealed class RouteTrieSpec
{
    private static readonly string[] Segments = ["a", "b", "ab", "new", ":p", "new", "a.:format", ":p.:format", ":p", "*p"];
    private static readonly string[] Parts = ["a", "b", "ab", "new", "x", "a.json", "a.xml", "x.json", "a%2Fb", "a.", ".json", ""];
    private static readonly string[] Verbs = ["Get", "Post", "Delete"];
    private static readonly string?[] Hosts = [null, null, null, "h.test"];
    private static readonly string[][] Formats =
    [
        [],
        ["json"],
    ];

    private delegate RouteMatch Matcher(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host);

    [Fact]
    public void The_trie_finds_what_a_plain_search_finds() =>
        Prop.ForAll(
                Routes().ToArbitrary(),
                Requests().ToArbitrary(),
                (routes, requests) =>
                {
                    var match = Compile(routes);
                    foreach (var asked in requests)
                        Agree(routes, asked, match(asked.Verb, Encoding.ASCII.GetBytes(asked.Path), Encoding.ASCII.GetBytes(asked.Host)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void An_encoded_slash_does_not_split_a_segment()
    {
        var match = Compile([new("Get", "/:p", null, [])]);
        byte[] path = "/a%2Fb"u8.ToArray();
        var found = match(HttpVerb.Get, path, default);
        Assert.Equal(0, found.RouteId);
        Assert.Equal("a%2Fb"u8.ToArray(), found.Capture(path, 0).ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a")]
    [InlineData("/a/")]
    [InlineData("//a")]
    public void What_is_no_path_of_a_route_is_not_found(string path)
    {
        var match = Compile([new("Get", "/a", null, []), new("Get", "/", null, [])]);
        Assert.False(match(HttpVerb.Get, Encoding.ASCII.GetBytes(path), default).IsFound);
    }

    [Fact]
    public void A_segment_beyond_ASCII_is_found_as_browsers_encode_it()
    {
        var match = Compile([new("Get", "/über uns", null, [])]);
        Assert.True(match(HttpVerb.Get, "/%C3%BCber%20uns"u8, default).IsFound);
    }

    private static void Agree(Drawn[] routes, Asked asked, RouteMatch found)
    {
        var (id, allow) = Search(routes, asked);
        string what = $"{asked} in {string.Join("; ", routes.Select(r => r.Line))}";
        Assert.True(id == found.RouteId, $"{what}: expected {id}, found {found.RouteId}");
        if (id >= 0)
            return;
        Assert.True(
            allow.SequenceEqual(Verbs.Where(v => found.Allow.Contains(Enum.Parse<HttpVerb>(v)))),
            $"{what}: Allow is {found.Allow}"
        );
    }

    private static (int Id, IEnumerable<string> Allow) Search(Drawn[] routes, Asked asked)
    {
        var matching = routes.Select((route, id) => (route, id)).Where(r => r.route.Matches(asked)).ToList();
        string verb = asked.Verb == HttpVerb.Head ? "Get" : asked.Verb.ToString();
        int best = matching
            .Where(r => r.route.Verb == verb)
            .OrderBy(r => r.route.Rank, StringComparer.Ordinal)
            .ThenBy(r => r.route.Host is null)
            .ThenBy(r => r.id)
            .Select(r => r.id)
            .DefaultIfEmpty(-1)
            .First();
        return (best, Verbs.Where(v => matching.Any(m => m.route.Verb == v)));
    }

    private static Gen<Drawn[]> Routes() =>
        (
            from verb in Gen.Elements(Verbs)
            from segments in Gen.ArrayOf(Gen.Elements(Segments))
            from host in Gen.Elements(Hosts)
            from formats in Gen.Elements(Formats)
            select Drawn.Of(verb, [.. segments.Take(4)], host, formats)
        )
            .NonEmptyListOf()
            .Select(list => list.Take(12).ToArray());

    private static Gen<Asked[]> Requests() =>
        (
            from verb in Gen.Elements(HttpVerb.Get, HttpVerb.Head, HttpVerb.Post, HttpVerb.Delete, HttpVerb.Put)
            from parts in Gen.ArrayOf(Gen.Elements(Parts))
            from host in Gen.Elements("h.test", "other.test")
            select new Asked(verb, "/" + string.Join("/", parts.Take(5)), host)
        ).ArrayOf(300);

    private static Matcher Compile(Drawn[] routes)
    {
        string source = $$"""
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    {{string.Join("\n        ", routes.Select(r => r.Line))}}
                }
            }
            public sealed partial class HomeController : Controller
            {
                public Result Index() => Text("");
            }
            """;
        // Random routes hold doubles, which are complained of and left out; the trie is written all the same.
        return AppCompilation
            .Of(source)
            .LoadAnyway()
            .GetTypes()
            .Single(t => t.Name == "RouteTrie")
            .GetMethod("Match")!
            .CreateDelegate<Matcher>();
    }

    private sealed record Asked(HttpVerb Verb, string Path, string Host);

    private sealed record Drawn(string Verb, string Pattern, string? Host, string[] Formats)
    {
        public string Line =>
            $"{Verb}(\"{Pattern}\", Home.Index{(Host is null ? "" : $", host: \"{Host}\"")}"
            + (Formats.Length == 0 ? "" : $", format: [{string.Join(", ", Formats.Select(f => $"\"{f}\""))}]")
            + $", name: \"N{Guid.NewGuid():N}\");";

        private string[] Segments => Pattern == "/" ? [] : Pattern[1..].Split('/');

        /// <summary>The most specific first, from left to right; a limited format before any.</summary>
        public string Rank =>
            string.Concat(
                Segments.Select(s =>
                    Kind(s) switch
                    {
                        1 or 2 => $"{Kind(s)}{(Formats.Length == 0 ? 1 : 0)}",
                        var kind => $"{kind}0",
                    }
                )
            );

        /// <summary>Names the parameters apart, cuts after a glob, and drops what cannot stand in the middle.</summary>
        public static Drawn Of(string verb, string[] segments, string? host, string[] formats)
        {
            var kept = new List<string>();
            for (int i = 0; i < segments.Length; i++)
            {
                bool isLast = i == segments.Length - 1;
                if (segments[i].EndsWith(".:format", StringComparison.Ordinal) && !isLast)
                    continue;
                kept.Add(segments[i].Replace("p", $"p{i}", StringComparison.Ordinal));
                if (segments[i][0] == '*')
                    break;
            }
            bool hasFormat = kept.Count > 0 && kept[^1].EndsWith(".:format", StringComparison.Ordinal);
            return new Drawn(verb, "/" + string.Join("/", kept), host, hasFormat ? formats : []);
        }

        public bool Matches(Asked asked)
        {
            if (Host is not null && Host != asked.Host)
                return false;
            string[] parts = asked.Path == "/" ? [] : asked.Path[1..].Split('/');
            for (int i = 0; i < Segments.Length; i++)
            {
                string segment = Segments[i];
                if (segment[0] == '*')
                    return i < parts.Length && string.Join("/", parts[i..]).Length > 0;
                if (i >= parts.Length || !MatchesOne(segment, parts[i]))
                    return false;
            }
            return parts.Length == Segments.Length;
        }

        private bool MatchesOne(string segment, string part)
        {
            if (Kind(segment) is 0)
                return segment == part;
            if (Kind(segment) is 3)
                return part.Length > 0;
            int dot = part.LastIndexOf('.');
            if (dot <= 0 || dot == part.Length - 1 || (Formats.Length > 0 && !Formats.Contains(part[(dot + 1)..])))
                return false;
            return Kind(segment) is 2 || part[..dot] == segment[..segment.IndexOf('.', StringComparison.Ordinal)];
        }

        private static int Kind(string segment) =>
            (segment[0], segment.EndsWith(".:format", StringComparison.Ordinal)) switch
            {
                ('*', _) => 4,
                (':', true) => 2,
                (':', false) => 3,
                (_, true) => 1,
                _ => 0,
            };
    }
}
