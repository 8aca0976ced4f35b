using System.Runtime.Versioning;
using Stryke.Web.Host.Launch;
using Stryke.Web.Host.Secrets;
using Stryke.Web.Middleware;
using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Host.Secrets;

[UnsupportedOSPlatform("windows")]
public sealed class MasterKeyRuleSpec
{
    private static ReadOnlySpan<byte> Text => "a text"u8;

    [Fact]
    public void Production_refuses_to_start_without_a_key_and_says_how_to_make_one()
    {
        using var launch = new TestLaunch();
        var refusal = Assert.Throws<StartException>(() => MasterKeyRule.Open(launch.Context, StrykeEnvironment.Production, "./blog"));
        Assert.Equal(78, refusal.ExitCode);
        Assert.StartsWith("STRYKE_MASTER_KEY is not set", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("./blog secrets key", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(launch.Directory));
    }

    [Theory]
    [InlineData(StrykeEnvironment.Development)]
    [InlineData(StrykeEnvironment.Test)]
    [InlineData(StrykeEnvironment.Production)]
    public void A_malformed_key_is_refused_everywhere_and_not_repeated(StrykeEnvironment environment)
    {
        using var launch = new TestLaunch(("STRYKE_MASTER_KEY", "hunter2"));
        var refusal = Assert.Throws<StartException>(() => MasterKeyRule.Open(launch.Context, environment, "./blog"));
        Assert.StartsWith("STRYKE_MASTER_KEY is not a master key", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_the_variable_is_used()
    {
        string key = KeyRing.NewMasterKey();
        using var launch = new TestLaunch(("STRYKE_MASTER_KEY", key));
        string signed = KeyRing.FromMasterKey(key).Signer("spec").Sign(Text);
        Assert.True(Verifies(launch, StrykeEnvironment.Production, signed));
        Assert.Empty(Directory.GetFileSystemEntries(launch.Directory));
    }

    [Fact]
    public void Retired_keys_still_open_what_they_sealed()
    {
        string former = KeyRing.NewMasterKey(),
            older = KeyRing.NewMasterKey();
        using var launch = new TestLaunch(
            ("STRYKE_MASTER_KEY", KeyRing.NewMasterKey()),
            ("STRYKE_RETIRED_MASTER_KEYS", $"{former}, {older}")
        );
        Assert.True(Verifies(launch, StrykeEnvironment.Production, KeyRing.FromMasterKey(older).Signer("spec").Sign(Text)));
    }

    [Theory]
    [InlineData(StrykeEnvironment.Development, "tmp/development.key")]
    [InlineData(StrykeEnvironment.Test, "tmp/test.key")]
    public void Elsewhere_a_key_is_made_and_kept_for_its_owner_only(StrykeEnvironment environment, string file)
    {
        using var launch = new TestLaunch();
        string signed = MasterKeyRule.Open(launch.Context, environment, "./blog").Signer("spec").Sign(Text);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(launch.Context.PathOf(file)));
        Assert.True(Verifies(launch, environment, signed));
        Assert.Equal("", launch.Error);
    }

    [Fact]
    public void Where_it_cannot_be_kept_a_line_says_so_and_the_app_starts()
    {
        using var launch = new TestLaunch().With("tmp", "a file where the folder would be");
        Assert.NotNull(MasterKeyRule.Open(launch.Context, StrykeEnvironment.Development, "./blog"));
        Assert.StartsWith("The key of this run is not kept", launch.Error, StringComparison.Ordinal);
        Assert.EndsWith("sessions end with the process.\n", launch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_key_file_is_named()
    {
        using var launch = new TestLaunch().With("tmp/development.key", "x");
        var refusal = Assert.Throws<StartException>(() => MasterKeyRule.Open(launch.Context, StrykeEnvironment.Development, "./blog"));
        Assert.StartsWith("tmp/development.key is not a master key", refusal.Message, StringComparison.Ordinal);
    }

    private static bool Verifies(TestLaunch launch, StrykeEnvironment environment, string signed) =>
        MasterKeyRule.Open(launch.Context, environment, "./blog").Signer("spec").Verify(signed, now: 0) is not null;
}
