using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpVerbsSpec
{
    public static TheoryData<HttpVerb> Known => new(Enum.GetValues<HttpVerb>().Where(verb => verb != HttpVerb.Unknown));

    [Theory]
    [MemberData(nameof(Known))]
    public void A_verb_and_its_token_say_the_same(HttpVerb verb)
    {
        Assert.Equal(verb, HttpVerbs.Parse(HttpVerbs.Token(verb)));
        Assert.Equal(HttpVerbs.Name(verb), Encoding.ASCII.GetString(HttpVerbs.Token(verb)));
        Assert.Equal(verb.ToString().ToUpperInvariant(), HttpVerbs.Name(verb));
    }

    [Theory]
    [InlineData("")]
    [InlineData("get")]
    [InlineData("Get")]
    [InlineData("GETS")]
    [InlineData("PROPFIND")]
    public void RFC9110_9_1_tokens_are_case_sensitive_and_others_unknown(string token) =>
        Assert.Equal(HttpVerb.Unknown, HttpVerbs.Parse(Encoding.ASCII.GetBytes(token)));

    [Theory]
    [InlineData(HttpVerb.Get, true)]
    [InlineData(HttpVerb.Head, true)]
    [InlineData(HttpVerb.Options, true)]
    [InlineData(HttpVerb.Post, false)]
    [InlineData(HttpVerb.Delete, false)]
    [InlineData(HttpVerb.Unknown, false)]
    public void RFC9110_9_2_1_safe_methods(HttpVerb verb, bool isSafe) => Assert.Equal(isSafe, HttpVerbs.IsSafe(verb));
}
