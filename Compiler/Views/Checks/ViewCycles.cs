using Stryke.Web.Compiler.Text;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views.Checks;

/// <summary>Finds views that call each other in a circle whichever way their code goes: rendering one of them would never end.</summary>
internal static class ViewCycles
{
    /// <param name="views">What each view calls for certain.</param>
    /// <returns>One diagnostic for each circle, at the first call of its first view.</returns>
    public static EquatableArray<DiagnosticInfo> Find(IEnumerable<ViewCalls> views)
    {
        var calls = new SortedDictionary<string, EquatableArray<ViewReference>>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            if (!calls.ContainsKey(view.Caller))
                calls.Add(view.Caller, view.Calls);
        }
        var found = new List<DiagnosticInfo>();
        var reported = new HashSet<string>();
        foreach (string start in calls.Keys)
        {
            if (reported.Contains(start) || WayBack(start, calls) is not { } circle)
                continue;
            string chain = string.Join(" > ", circle.Select(call => call.Name).Prepend(start));
            found.Add(DiagnosticInfo.At(circle[0].Where, ViewsDiagnostics.EndlessView, "Views." + start, chain));
            foreach (var call in circle)
                reported.Add(call.Name);
        }
        return found.ToEquatableArray();
    }

    /// <summary>The shortest chain of calls from a view to itself; null when there is none.</summary>
    private static IReadOnlyList<ViewReference>? WayBack(string start, IReadOnlyDictionary<string, EquatableArray<ViewReference>> calls)
    {
        var ways = new Queue<IReadOnlyList<ViewReference>>([
            [],
        ]);
        var seen = new HashSet<string>();
        while (ways.Count > 0)
        {
            var way = ways.Dequeue();
            string at = way.Count == 0 ? start : way[way.Count - 1].Name;
            if (!calls.TryGetValue(at, out var next))
                continue;
            foreach (var call in next)
            {
                if (call.Name == start)
                    return [.. way, call];
                if (seen.Add(call.Name))
                    ways.Enqueue([.. way, call]);
            }
        }
        return null;
    }
}
