using Xunit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>What a rule found, shown as a whole.</summary>
internal static class Violations
{
    public static void AssertNone(IEnumerable<string> found)
    {
        string[] all = [.. found];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
