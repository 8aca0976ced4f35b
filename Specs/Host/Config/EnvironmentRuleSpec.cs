using Stryke.Web.Host.Config;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

public sealed class EnvironmentRuleSpec
{
    [Theory]
    [InlineData(null, true, StrykeEnvironment.Development)]
    [InlineData(null, false, StrykeEnvironment.Production)]
    [InlineData("production", true, StrykeEnvironment.Production)]
    [InlineData("development", false, StrykeEnvironment.Development)]
    [InlineData("test", false, StrykeEnvironment.Test)]
    public void The_variable_decides_and_without_it_the_kind_of_build(string? variable, bool isDebugBuild, StrykeEnvironment expected) =>
        Assert.Equal(expected, EnvironmentRule.Decide(variable, isDebugBuild));

    [Theory]
    [InlineData("prod", "STRYKE_ENV: expected development, test or production, found \"prod\"")]
    [InlineData("Production", "STRYKE_ENV: expected development, test or production, found \"Production\"")]
    public void Any_other_name_is_refused(string variable, string message)
    {
        var refusal = Assert.Throws<SettingsException>(() => EnvironmentRule.Decide(variable, isDebugBuild: true));
        Assert.Equal(message, refusal.Message);
    }
}
