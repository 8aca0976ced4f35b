using Stryke.Web.Host.Launch;
using Xunit;

namespace Stryke.Web.Specs.Host;

/// <summary>A command that a message tells is one that works where the app was started.</summary>
public sealed class ProgramNameSpec
{
    private const string Name = "Stryke.Web.Specs";

    [Theory]
    [InlineData("shop", "./shop")]
    [InlineData("bin/Debug/net10.0/shop", "bin/Debug/net10.0/shop")]
    [InlineData("with space/shop", "\"with space/shop\"")]
    [InlineData("/opt/shop/shop", "/opt/shop/shop")]
    [InlineData("../other/shop", null)]
    public void It_is_the_executable_as_it_is_found_from_here(string executable, string? command)
    {
        using var launch = new TestLaunch();
        string path = Path.GetFullPath(executable, launch.Directory);
        Assert.Equal(command ?? path, Of(launch, path));
    }

    [Fact]
    public void It_is_what_dotnet_was_given()
    {
        using var launch = new TestLaunch();
        Assert.Equal("dotnet ./shop.dll", Of(launch, "/usr/share/dotnet/dotnet", Path.Combine(launch.Directory, "shop.dll")));
        Assert.Equal("dotnet /opt/shop/shop.dll", Of(launch, "/usr/share/dotnet/dotnet", "/opt/shop/shop.dll"));
    }

    [Fact]
    public void In_the_folder_of_the_project_it_is_dotnet_run()
    {
        using var launch = new TestLaunch().With($"{Name.ToLowerInvariant()}.csproj", "<Project/>");
        Assert.Equal("dotnet run --", Of(launch, "/artifacts/bin/shop/debug/shop"));
        Assert.Equal("dotnet run --", Of(launch, Path.Combine(launch.Directory, "bin/Debug/net10.0/shop")));
        Assert.Equal("./shop", Of(launch, Path.Combine(launch.Directory, "shop")));
        launch.With("Other.csproj", "<Project/>");
        Assert.Equal("/artifacts/bin/shop/debug/shop", Of(launch, "/artifacts/bin/shop/debug/shop"));
    }

    private static string Of(TestLaunch launch, string executable, string? entry = null) =>
        ProgramName.Of(new TestApplication(), launch.Context with { Executable = executable, EntryPath = entry });
}
