using System.Diagnostics;
using Stryke.Web.Specs.Persistence.Validation;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

/// <summary>The zone of the machine has no say: what holds here holds on a server in New York.</summary>
public sealed class ServerZoneSpec
{
    [Fact]
    public async Task Values_and_models_are_read_the_same_in_New_York()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Stryke.Web.Specs"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Type[] specs = [typeof(NewYorkSpec), typeof(TimesSpec), typeof(ValueWriterSpec), typeof(InputSpec), typeof(UnchangedFormSpec)];
        foreach (var spec in specs)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(spec.FullName!);
        }
        start.ArgumentList.Add("-explicit");
        start.ArgumentList.Add("on");
        start.ArgumentList.Add("-noColor");
        start.Environment["TZ"] = "America/New_York";
        using var process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(),
            complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.Bound);
        Assert.True(process.ExitCode == 0, await said + await complained);
        Assert.Matches("Total: [1-9].*Failed: 0, Skipped: 0, Not Run: 0", await said);
    }
}
