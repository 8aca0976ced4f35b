using Stryke.Web.Middleware.Errors;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Errors;

public sealed class RedactionSpec
{
    [Theory]
    [InlineData("password")]
    [InlineData("user[password_confirmation]")]
    [InlineData("Password")]
    [InlineData("authenticity_token")]
    [InlineData("X-CSRF-Token")]
    [InlineData("Cookie")]
    [InlineData("Authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("client_secret")]
    [InlineData("api_key")]
    [InlineData("X-Api-Key")]
    [InlineData("credit_card_number")]
    public void The_value_of_a_secret_is_never_shown(string name) => Assert.Equal("[filtered]", Redaction.Show(name, "value"));

    [Theory]
    [InlineData("title")]
    [InlineData("Accept")]
    [InlineData("post[body]")]
    [InlineData("shipping")]
    public void The_value_of_anything_else_is(string name) => Assert.Equal("value", Redaction.Show(name, "value"));
}
