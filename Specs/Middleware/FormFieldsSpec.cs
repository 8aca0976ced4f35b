using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class FormFieldsSpec
{
    private readonly Visitor<EndOfChain> _visitor = new(Some.Services());

    [Fact]
    public void Fields_are_decoded_and_keep_their_order()
    {
        var fields = Form("post%5Btitle%5D=Gr%C3%BC%C3%9Fe+an+alle&post[body]=a%26b&empty=&alone");

        Assert.Equal(
            [new("post[title]", "Grüße an alle"), new("post[body]", "a&b"), new("empty", ""), new SubmittedField("alone", "")],
            fields
        );
    }

    [Fact]
    public void Of_a_name_that_comes_more_than_once_the_last_counts_and_all_are_there()
    {
        _visitor.Action = context =>
        {
            Assert.Equal("1", context.Form["published"]);
            Assert.Equal(["0", "1"], context.Form.All("published"));
            Assert.Empty(context.Form.All("other"));
            Assert.True(context.Form.Contains("published"));
            Assert.False(context.Form.Contains("Published"));
            Assert.Null(context.Form["other"]);
            Assert.Equal((2, "0"), (context.Form.Count, context.Form[0].Value));
        };

        Assert.Equal(200, _visitor.Post("/", "published=0&published=1").Status);
    }

    [Fact]
    public void A_body_of_another_type_has_no_fields()
    {
        _visitor.Action = context => Assert.Equal(0, context.Form.Count);

        Assert.Equal(200, _visitor.Send("POST", "/", "a=1", "Content-Type: text/csv").Status);
        Assert.Equal(200, _visitor.Send("POST", "/", "a=1").Status);
    }

    [Fact]
    public void The_query_is_read_apart_from_the_form()
    {
        _visitor.Action = context => Assert.Equal(("1", null, "2"), (context.Query["q"], context.Query["f"], context.Form["f"]));

        Assert.Equal(200, _visitor.Post("/?q=1", "f=2").Status);
    }

    [Fact]
    public void More_fields_than_the_limit_are_a_400_that_says_so_and_again_when_asked_again()
    {
        string form = string.Join('&', Enumerable.Repeat("a=1", FormFields.MaxFields));
        Assert.Equal(FormFields.MaxFields, Form(form).Count);

        _visitor.Action = context =>
        {
            Assert.Throws<BadRequestException>(() => context.Form);
            _ = context.Form;
        };
        var reply = _visitor.Post("/", form + "&a=1");

        Assert.Equal(400, reply.Status);
        Assert.Contains("more than 1000 fields", reply.Body, StringComparison.Ordinal);
    }

    private List<SubmittedField> Form(string body)
    {
        var fields = new List<SubmittedField>();
        _visitor.Action = context =>
        {
            foreach (var field in context.Form)
                fields.Add(field);
        };
        Assert.Equal(200, _visitor.Post("/", body).Status);
        return fields;
    }
}
