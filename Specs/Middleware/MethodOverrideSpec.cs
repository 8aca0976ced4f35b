using Stryke.Web.Http;
using Stryke.Web.Middleware.Chains;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class MethodOverrideSpec
{
    private readonly Visitor<EndOfChain> _visitor = new(Some.Services());
    private HttpVerb _verb;

    public MethodOverrideSpec() => _visitor.Action = context => _verb = context.Request.Verb;

    [Theory]
    [InlineData("_method=patch", HttpVerb.Patch)]
    [InlineData("_method=PATCH", HttpVerb.Patch)]
    [InlineData("title=a&_method=delete&x=y", HttpVerb.Delete)]
    [InlineData("_method=put", HttpVerb.Put)]
    [InlineData("_method=get", HttpVerb.Post)]
    [InlineData("_method=connect", HttpVerb.Post)]
    [InlineData("_method=", HttpVerb.Post)]
    [InlineData("_method", HttpVerb.Post)]
    [InlineData("x_method=delete", HttpVerb.Post)]
    [InlineData("title=_method=delete", HttpVerb.Post)]
    [InlineData("_method=get&_method=delete", HttpVerb.Post)]
    [InlineData("_method=put&_method=delete", HttpVerb.Put)]
    [InlineData("%5Fmethod=put&_method=delete", HttpVerb.Put)]
    [InlineData("_%6d%65thod=del%65te", HttpVerb.Delete)]
    [InlineData("%5F%6D%65%74%68%6F%64=%70%41%54%43%48", HttpVerb.Patch)]
    [InlineData("%255Fmethod=put", HttpVerb.Post)]
    [InlineData("_method=delete%00", HttpVerb.Post)]
    [InlineData("_method=+delete", HttpVerb.Post)]
    [InlineData("_method=deletedeletedeletedelete&_method=put", HttpVerb.Post)]
    [InlineData("", HttpVerb.Post)]
    public void A_posted_form_may_ask_for_what_html_cannot_say(string form, HttpVerb verb)
    {
        _visitor.Post("/", form);

        Assert.Equal(verb, _verb);
    }

    [Fact]
    public void No_other_request_may()
    {
        _visitor.Get("/?_method=delete");
        Assert.Equal(HttpVerb.Get, _verb);

        _visitor.Send("POST", "/", "_method=delete", "Content-Type: text/plain");
        Assert.Equal(HttpVerb.Post, _verb);

        _visitor.Send("GET", "/", "_method=delete", "Content-Type: application/x-www-form-urlencoded");
        Assert.Equal(HttpVerb.Get, _verb);
    }
}
