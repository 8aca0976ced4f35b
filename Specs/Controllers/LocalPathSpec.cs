using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Controllers;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

public sealed class LocalPathSpec
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/posts?to=//x#y", true)]
    [InlineData("", false)]
    [InlineData("//x", false)]
    [InlineData("/\\x", false)]
    [InlineData("\\/x", false)]
    [InlineData("/\n/x", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_local_path_starts_with_one_slash(string path, bool isLocal) => Assert.Equal(isLocal, LocalPath.Is(path));

    [Fact]
    public void A_local_path_never_leaves_the_site() =>
        Prop.ForAll(Paths().ToArbitrary(), path => !LocalPath.Is(path) || IsOnSite(path)).QuickCheckThrowOnFailure();

    private static Gen<string> Paths() =>
        Gen.Elements('/', '\\', '\t', '\n', '.', ':', '@', 'a', '?', '%').ArrayOf().Select(characters => "/" + new string(characters));

    /// <summary>As browsers see it (URL Standard): tabs and line ends fall out, a backslash is a slash.</summary>
    private static bool IsOnSite(string path)
    {
        string seen = path.Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace('\\', '/');
        return !seen.StartsWith("//", StringComparison.Ordinal);
    }
}
