using System.Runtime.InteropServices;
using Stryke.Web.Specs.Examples;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>
/// The services of a real process: when they start and stop, and what becomes of the process when one of them does not do what it should.
/// </summary>
public sealed class ServiceProcessSpec : IDisposable
{
    private readonly BlogPlace _place = new BlogPlace("Stuck")
        .With("STRYKE_RUNTIME__CORES", "1")
        .With("STRYKE_LOG__REQUESTS", "false")
        .With("STRYKE_LOG__QUERIES", "false")
        .With("STRYKE_STUCK__SERVICES", "first,second");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task They_start_before_the_app_listens_and_stop_when_the_last_request_has_ended()
    {
        await using var app = await _place.Serve();
        var asked = app.Page("/slow");
        await Eventually.Holds(() => Lines(app.Said).Contains("begun"), "the request has begun");
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal("slow", await asked);
        Assert.Equal(0, await app.Exit());
        string[] lines = Lines(app.Said);
        Assert.StartsWith("Stuck on http://", lines[2], StringComparison.Ordinal);
        Assert.Equal(["first starts", "second starts", lines[2], "begun", "answered", "second stops", "first stops"], lines);
    }

    [Fact]
    public async Task One_that_does_not_start_ends_the_process_and_those_before_it_stop()
    {
        var result = await _place.With("STRYKE_STUCK__FAILS_TO_START", "second").Run();
        Assert.Equal(69, result.ExitCode);
        Assert.Equal(["first starts", "first stops"], Lines(result.Output));
        Assert.Contains(
            "The service second did not start: No route to host\nIt is TalkingService, added by AddServices in config/Application.cs: "
                + "give it what it needs, or make it optional (IsOptional).\n",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_that_fails_stops_the_app_in_order()
    {
        var result = await _place.With("STRYKE_STUCK__FAILS", "first").Run();
        Assert.Equal(70, result.ExitCode);
        Assert.Equal(["first starts", "second starts", "second stops", "first stops"], Lines(result.Output).Where(IsOfService));
        Assert.Contains(
            "The service first has failed, and the app stops: System.IO.IOException: Connection lost",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_an_optional_one_the_app_goes_on()
    {
        _place.With("STRYKE_STUCK__FAILS", "first").With("STRYKE_STUCK__OPTIONAL", "first").With("STRYKE_STUCK__HANGS", "x");
        await using var app = await _place.Serve();
        const string Told = "The service first has failed. It is optional, and the app goes on without it: ";
        await Eventually.Holds(() => app.Said.Contains(Told, StringComparison.Ordinal), "the failure is told");
        Assert.Equal("x", await app.Page("/settings"));
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await app.Exit());
        Assert.Equal(["first starts", "second starts", "second stops", "first stops"], Lines(app.Said).Where(IsOfService));
    }

    [Fact]
    public async Task One_that_does_not_stop_is_named_and_left()
    {
        _place.With("STRYKE_STUCK__HANGS", "second").With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "0.3");
        await using var app = await _place.Serve();
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(70, await app.Exit());
        Assert.Contains(
            "The service second did not stop within 0.3 s (config/server.toml, [server] shutdown_timeout). The process ends under it, "
                + "with status 70.",
            app.Said,
            StringComparison.Ordinal
        );
        Assert.Equal(["first starts", "second starts", "second stops", "first stops"], Lines(app.Said).Where(IsOfService));
    }

    private static bool IsOfService(string line) =>
        line.StartsWith("first ", StringComparison.Ordinal) || line.StartsWith("second ", StringComparison.Ordinal);

    private static string[] Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
