using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>What an action is given besides its parameters.</summary>
public sealed class ParamsSpec(AnswersApp app) : IClassFixture<AnswersApp>
{
    [Fact]
    public async Task Params_are_captures_then_the_form_then_the_query_and_nest()
    {
        using var form = new FormUrlEncodedContent([
            new("both", "form"),
            new("post[title]", "T"),
            new("post[author][name]", "N"),
            new("tag", "a"),
            new("tag", "b"),
            new("id", "no"),
        ]);
        using var response = await app.App.Client.PostAsync("/params/7?both=query&q=1", form);
        Assert.Equal("7 form 1 T N False a,b -", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Permitted_gives_only_what_is_named()
    {
        using var form = new FormUrlEncodedContent([new("post[title]", "T"), new("post[admin]", "1")]);
        using var response = await app.App.Client.PostAsync("/permitted", form);
        Assert.Equal("T - title False", await response.Content.ReadAsStringAsync());
    }
}
