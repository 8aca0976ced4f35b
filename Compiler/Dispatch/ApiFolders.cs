using Stryke.Web.Compiler.Routes;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>Finds the paths below which only API controllers answer: what has no route there is answered as the API answers.</summary>
internal static class ApiFolders
{
    /// <summary>The folders, <c>/api</c> say, none within another.</summary>
    public static List<string> Of(RouteTable table)
    {
        var paths = table.Drawing.Routes.ToLookup(
            route => table.ControllerOf(route.Controller) is { IsApi: true },
            route => route.Segments.TakeWhile(segment => segment.Kind == SegmentKind.Static).Select(segment => segment.Text).ToList()
        );
        return
        [
            .. paths[true]
                .Select(path => Shortest(path, paths[false]))
                .OfType<string>()
                .Distinct()
                .OrderBy(folder => folder, StringComparer.Ordinal),
        ];
    }

    /// <summary>The shortest beginning of a path that no page's path has; null when there is none.</summary>
    private static string? Shortest(List<string> path, IEnumerable<List<string>> pages)
    {
        for (int length = 1; length <= path.Count; length++)
        {
            var folder = path.GetRange(0, length);
            if (!pages.Any(page => page.Count >= length && page.GetRange(0, length).SequenceEqual(folder)))
                return "/" + string.Join("/", folder);
        }
        return null;
    }
}
