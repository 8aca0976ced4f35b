using Stryke.Web.Host;
using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Host.Commands;

/// <summary>The commands of an app's executable: what they print, and what they leave with.</summary>
public sealed class CommandsSpec
{
    [Fact]
    public void Version_tells_the_apps_and_the_frameworks()
    {
        using var launch = new TestLaunch();
        Assert.Equal(0, Run(launch, "--version"));
        Assert.Matches(@"^Shop \d+\.\d+\.\d+ \(Stryke Web \d+\.\d+\.\d+\)\n$", launch.Output);
    }

    [Fact]
    public void Help_names_every_command()
    {
        using var launch = new TestLaunch();
        Assert.Equal(0, Run(launch, "--help"));
        Assert.All(
            ["serve", "db", "routes", "secrets"],
            command => Assert.Contains($"\n  {command} ", launch.Output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("routes", "rout")]
    [InlineData("serve", "sevre")]
    [InlineData("migrate", "db", "migrat")]
    [InlineData("--steps", "db", "rollback", "--step")]
    public void An_unknown_word_is_a_usage_error_with_the_nearest_known_one(string nearest, params string[] written)
    {
        using var launch = new TestLaunch();
        Assert.Equal(64, Run(launch, written));
        Assert.Contains($"'{written[^1]}'", launch.Error, StringComparison.Ordinal);
        Assert.Contains(nearest, launch.Error, StringComparison.Ordinal);
        Assert.Equal("", launch.Output);
    }

    [Fact]
    public void Routes_are_a_table_in_the_order_that_they_are_written()
    {
        using var launch = new TestLaunch();
        Assert.Equal(0, Run(launch, "routes"));
        Assert.Equal(
            """
            METHOD  PATH         ACTION                    PATHS  WRITTEN IN
            GET     /            HomeController#Index      Root   config/Routes.cs:7
            DELETE  /orders/:id  OrdersController#Destroy  Order  config/Routes.cs:12

            """,
            launch.Output
        );
    }

    [Fact]
    public void A_key_is_printed_alone_and_differs_each_time()
    {
        using TestLaunch first = new(),
            second = new();
        Assert.Equal(0, Run(first, "secrets", "key"));
        Assert.Equal(0, Run(second, "secrets", "key"));
        Assert.NotNull(KeyRing.FromMasterKey(first.Output.TrimEnd('\n')));
        Assert.NotEqual(first.Output, second.Output);
    }

    [Fact]
    public void A_refusal_is_its_message_alone_and_its_exit_code()
    {
        using var launch = new TestLaunch().With("config/server.toml", "[server]\nprot = 1");
        Assert.Equal(78, Run(launch, "db", "status"));
        Assert.Equal("config/server.toml:2:1: [server] has no setting 'prot'; did you mean 'port'?\n", launch.Error);
        Assert.Equal("", launch.Output);
    }

    private static int Run(TestLaunch launch, params string[] args) => App.Run(new TestApplication(), args, launch.Context);
}
