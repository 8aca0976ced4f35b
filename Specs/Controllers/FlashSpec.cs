using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>What one request leaves for the next one to show.</summary>
public sealed class FlashSpec(AnswersApp app) : IClassFixture<AnswersApp>
{
    [Fact]
    public async Task A_flash_is_seen_by_the_next_request_that_looks_and_no_other()
    {
        string session = await SessionOf("/leave", null);
        using var seen = await app.Send(HttpMethod.Get, "/see", ("Cookie", session));
        Assert.Equal("saved careful", await seen.Content.ReadAsStringAsync());
        using var after = await app.Send(HttpMethod.Get, "/see", ("Cookie", CookieOf(seen)));
        Assert.Equal("- -", await after.Content.ReadAsStringAsync());
        string kept = await SessionOf("/keep", await SessionOf("/leave", null));
        using var later = await app.Send(HttpMethod.Get, "/see", ("Cookie", kept));
        Assert.Equal("saved careful", await later.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_flash_for_now_is_not_kept()
    {
        using var response = await app.Send(HttpMethod.Get, "/now");
        Assert.Equal("now", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private async Task<string> SessionOf(string path, string? cookie)
    {
        using var response = await app.Send(HttpMethod.Get, path, cookie is null ? [] : [("Cookie", cookie)]);
        return CookieOf(response) is { Length: > 0 } set ? set : cookie!;
    }

    private static string CookieOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var values)
            ? values.First()[..values.First().IndexOf(';', StringComparison.Ordinal)]
            : "";
}
