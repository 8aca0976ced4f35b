using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Xunit;

namespace Stryke.Web.Specs.Host.Boot;

/// <summary>Starting to serve on a database that is behind the app.</summary>
public sealed class PendingMigrationsSpec
{
    [Theory]
    [InlineData("development")]
    [InlineData("test")]
    public void In_development_and_test_a_line_says_how_to_run_them(string environment)
    {
        using var launch = new TestLaunch(("STRYKE_ENV", environment));
        Check(launch, migrate: false);
        Assert.Matches(@"^2 migrations have not run: run \./\S+ db migrate\n$", launch.Error);
    }

    [Fact]
    public void In_production_nothing_is_served()
    {
        using var launch = new TestLaunch(("STRYKE_ENV", "production"));
        var refusal = Assert.Throws<StartException>(() => Check(launch, migrate: false));
        Assert.Matches(@"^2 migrations have not run\. Run \./\S+ db migrate, or start with \./\S+ serve --migrate\.$", refusal.Message);
        Assert.Equal(78, refusal.ExitCode);
    }

    [Theory]
    [InlineData("development")]
    [InlineData("production")]
    public void A_start_that_is_asked_to_migrate_does(string environment)
    {
        using var launch = new TestLaunch(("STRYKE_ENV", environment));
        Check(launch, migrate: true);
        Check(launch, migrate: false);
        Assert.Equal("Migrated 20260101000000 CreateOrders\nMigrated 20260102000000 CreateItems\n", launch.Output);
        Assert.Equal("", launch.Error);
    }

    private static void Check(TestLaunch launch, bool migrate)
    {
        var app = BootedApp.Start(new TestApplication(), launch.Context);
        using var database = AppDatabase.Open(app);
        PendingMigrations.Check(app, database, migrate);
    }
}
