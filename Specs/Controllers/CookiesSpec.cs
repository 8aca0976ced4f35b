using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Cookies of an action: plain, signed and sealed.</summary>
public sealed class CookiesSpec(AnswersApp app) : IClassFixture<AnswersApp>
{
    [Fact]
    public async Task Cookies_come_back_as_they_were_set_and_altered_ones_not_at_all()
    {
        using var set = await app.Send(HttpMethod.Get, "/set-cookies");
        Assert.Equal("a b;ü s e", await set.Content.ReadAsStringAsync());
        string[] cookies = [.. set.Headers.GetValues("Set-Cookie")];
        Assert.All(cookies, c => Assert.Contains("; Secure; HttpOnly; SameSite=Lax", c, StringComparison.Ordinal));
        string sent = string.Join("; ", cookies.Select(c => c[..c.IndexOf(';', StringComparison.Ordinal)]));
        using var read = await app.Send(HttpMethod.Get, "/cookies", ("Cookie", sent));
        Assert.Equal("a b;ü s e", await read.Content.ReadAsStringAsync());
        string swapped = sent.Replace("signed=", "x=", StringComparison.Ordinal)
            .Replace("sealed=", "signed=", StringComparison.Ordinal)
            .Replace("x=", "sealed=", StringComparison.Ordinal);
        using var altered = await app.Send(HttpMethod.Get, "/cookies", ("Cookie", swapped));
        Assert.Equal("a b;ü - -", await altered.Content.ReadAsStringAsync());
        using var deleted = await app.Send(HttpMethod.Get, "/delete-cookie", ("Cookie", sent));
        Assert.Equal("none", await deleted.Content.ReadAsStringAsync());
        Assert.Contains("plain=; Path=/; Max-Age=0", Assert.Single(deleted.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__Host-x", "__Host-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("__Secure-x", "__Secure-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("__host-x", "__host-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("x", "x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task RFC6265bis_4_1_3_a_cookie_of_any_name_can_be_deleted(string name, string field)
    {
        using var deleted = await app.Send(HttpMethod.Get, "/delete-named?name=" + name, ("Cookie", name + "=1"));
        Assert.Equal("none", await deleted.Content.ReadAsStringAsync());
        Assert.Equal(field, Assert.Single(deleted.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData("big", 4093, "plain", true)]
    [InlineData("big", 4094, "plain", false)]
    [InlineData("big", 4000, "signed", false)]
    [InlineData("big", 3500, "sealed", false)]
    [InlineData("big", 2000, "sealed", true)]
    [InlineData("a b", 1, "plain", false)]
    public async Task RFC6265bis_5_6_a_cookie_that_browsers_would_drop_is_an_error_that_names_it(
        string name,
        int length,
        string kind,
        bool isSet
    )
    {
        using var response = await app.Send(HttpMethod.Get, $"/set-named?name={Uri.EscapeDataString(name)}&length={length}&kind={kind}");
        Assert.Equal(isSet ? 200 : 500, (int)response.StatusCode);
        if (isSet)
            Assert.StartsWith(name + "=", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        else
            Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("__Host-x")]
    [InlineData("__secure-x")]
    public async Task A_cookie_with_a_prefix_is_secure_in_development_too(string name)
    {
        await using var development = SpecApp.Start(AnswersApp.Source, Stryke.Web.Middleware.StrykeEnvironment.Development);
        using var response = await development.Client.GetAsync($"/set-named?name={name}&length=1");
        Assert.Equal($"{name}=x; Path=/; Secure; HttpOnly; SameSite=Lax", Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task A_cookie_goes_out_with_an_error_page_as_well()
    {
        using var response = await app.Send(HttpMethod.Get, "/forget", ("Cookie", "plain=v"));
        Assert.Equal(404, (int)response.StatusCode);
        Assert.StartsWith("plain=; Path=/; Max-Age=0", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_can_be_listed_those_that_were_sent_and_those_that_were_set()
    {
        using var response = await app.Send(HttpMethod.Get, "/list-cookies", ("Cookie", "a=1; b=x%20y; old=1; a=2; =none"));
        Assert.Equal("a=1 b=x y new=ü / a b new", await response.Content.ReadAsStringAsync());
    }
}
