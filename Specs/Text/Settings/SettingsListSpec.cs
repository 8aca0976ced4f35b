using Stryke.Web.Text.Settings;
using Xunit;

namespace Stryke.Web.Specs.Text.Settings;

public sealed class SettingsListSpec
{
    [Fact]
    public void What_was_added_is_read_and_what_was_not_is_told()
    {
        var list = new SettingsList();
        list.Add<Jobs>();
        var set = list.Bind(name => new SettingsSection(name, "test"));
        Assert.Equal(["jobs"], list.Names);
        Assert.Equal(new Jobs(4), set.Get<Jobs>());
        Assert.Equal(
            "The section [job_s] is not among the app's settings. Add it in AddSettings of config/Application.cs: settings.Add<Other>();",
            Assert.Throws<InvalidOperationException>(() => set.Get<Other>()).Message
        );
    }

    [Fact]
    public void A_key_that_nobody_has_asked_for_is_refused()
    {
        var list = new SettingsList();
        list.Add<Jobs>();
        var mistake = Assert.Throws<SettingsException>(() =>
            list.Bind(name =>
            {
                var section = new SettingsSection(name, "test");
                section.Override("wrokers", "server.toml:2:1", new SettingValue("server.toml:2:11", 3L, "integer"), layer: 1);
                return section;
            })
        );
        Assert.Equal("server.toml:2:1: [jobs] has no setting 'wrokers'; did you mean 'workers'?", mistake.Message);
    }

    [Fact]
    public void A_name_is_taken_once_and_can_stand_in_a_variable()
    {
        var list = new SettingsList("database");
        list.Add<Jobs>();
        list.Add<Other>();
        Assert.Contains("[jobs], which there is already", Refusal<Twin>(list), StringComparison.Ordinal);
        Assert.Contains("[database], which there is already", Refusal<Reserved>(list), StringComparison.Ordinal);
        Assert.Contains("'Jobs'; a name has lower-case letters", Refusal<Capital>(list), StringComparison.Ordinal);
        Assert.Contains("'a__b'; a name has", Refusal<Underscores>(list), StringComparison.Ordinal);
        Assert.Contains("''; a name has", Refusal<Nameless>(list), StringComparison.Ordinal);
        Assert.Equal(["jobs", "job_s"], list.Names);
    }

    private static string Refusal<T>(SettingsList list)
        where T : class, ISettings<T> => Assert.Throws<ArgumentException>(list.Add<T>).Message;

    private sealed record Jobs(int Workers) : ISettings<Jobs>
    {
        public static string Section => "jobs";

        public static Jobs Bind(SettingsSection section) => new(section.Integer("workers", 4, 1, 100));
    }

    private sealed record Other : ISettings<Other>
    {
        public static string Section => "job_s";

        public static Other Bind(SettingsSection section) => new();
    }

    private sealed record Twin : ISettings<Twin>
    {
        public static string Section => "jobs";

        public static Twin Bind(SettingsSection section) => new();
    }

    private sealed record Reserved : ISettings<Reserved>
    {
        public static string Section => "database";

        public static Reserved Bind(SettingsSection section) => new();
    }

    private sealed record Capital : ISettings<Capital>
    {
        public static string Section => "Jobs";

        public static Capital Bind(SettingsSection section) => new();
    }

    private sealed record Underscores : ISettings<Underscores>
    {
        public static string Section => "a__b";

        public static Underscores Bind(SettingsSection section) => new();
    }

    private sealed record Nameless : ISettings<Nameless>
    {
        public static string Section => "";

        public static Nameless Bind(SettingsSection section) => new();
    }
}
