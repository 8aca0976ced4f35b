using Stryke.Web.Views;
using Stryke.Web.Views.Forms;
using Xunit;

namespace Stryke.Web.Specs.Views.Forms;

/// <summary>The fields of a form; how a form finds its model's columns is in FormRenderingSpec.</summary>
public sealed class FormBuilderSpec
{
    [Theory]
    [InlineData("1", " checked")]
    [InlineData("true", " checked")]
    [InlineData("yes", " checked")]
    [InlineData("0", "")]
    [InlineData("maybe", "")]
    [InlineData(null, "", "")]
    public void A_box_is_ticked_when_its_value_is_true(string? value, string mark, string unticked = "0") =>
        Assert.Equal(
            $"<input type=\"hidden\" name=\"post[title]\" value=\"{unticked}\"><input type=\"checkbox\" "
                + $"value=\"1\"{mark} id=\"post_title\" name=\"post[title]\">",
            Field(f => f.CheckBox(c => "title"), value)
        );

    [Fact]
    public void A_text_area_keeps_the_first_line_end_of_its_text() =>
        Assert.Equal(
            "<textarea rows=\"12\" id=\"post_title\" name=\"post[title]\">\n\na &lt;b&gt;</textarea>",
            Field(f => f.TextArea(c => "title", rows: 12), "\na <b>")
        );

    [Fact]
    public void A_password_is_never_sent_back() =>
        Assert.Equal(
            "<input type=\"password\" id=\"post_title\" name=\"post[title]\">",
            Field(f => f.PasswordField(c => "title"), "secret")
        );

    [Theory]
    [InlineData("2026-04-26 12:30:00", "value=\"2026-04-26T12:30\"")]
    [InlineData("2026-04-26T12:30:00.0000000Z", "value=\"2026-04-26T12:30\"")]
    [InlineData("2026-04-26T12:30:15", "value=\"2026-04-26T12:30:15\" id=\"post_title\" name=\"post[title]\" step=\"1\"")]
    [InlineData("2026-04-26T12:30:15.25", "value=\"2026-04-26T12:30:15.25\" id=\"post_title\" name=\"post[title]\" step=\"0.001\"")]
    [InlineData("2026-04-26T12:30:15.1234567", "value=\"2026-04-26T12:30:15.123\"")]
    [InlineData("2026-04-26", "value=\"2026-04-26T00:00\" id=\"post_title\" name=\"post[title]\">")]
    [InlineData("12:30", "value=\"12:30\"")]
    [InlineData("1.2", "value=\"1.2\"")]
    [InlineData("03/04/2026", "value=\"03/04/2026\"")]
    [InlineData("soon", "value=\"soon\"")]
    public void A_time_is_written_as_browsers_want_it_and_what_is_none_as_it_was_typed(string value, string expected) =>
        Assert.Contains(expected, Field(f => f.DateTimeField(c => "title"), value), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-04-26T12:30:15", "value=\"2026-04-26\"")]
    [InlineData("12:30", "value=\"12:30\"")]
    public void A_field_for_a_day_has_the_day_of_a_time(string value, string expected) =>
        Assert.Contains(expected, Field(f => f.DateField(c => "title"), value), StringComparison.Ordinal);

    [Fact]
    public void A_step_of_ones_own_stays() =>
        Assert.EndsWith(
            "name=\"post[title]\" step=\"any\">",
            Field(f => f.DateTimeField(c => "title", attributes: [("step", "any")]), "2026-04-26T12:30:15"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_kind_of_field_has_its_type()
    {
        Assert.Contains("type=\"email\"", Field(f => f.EmailField(c => "title"), "a"), StringComparison.Ordinal);
        Assert.Contains("type=\"number\"", Field(f => f.NumberField(c => "title"), "1"), StringComparison.Ordinal);
        Assert.Contains(
            "type=\"date\" value=\"2026-04-26\"",
            Field(f => f.DateField(c => "title"), "2026-04-26"),
            StringComparison.Ordinal
        );
        Assert.Contains("type=\"hidden\"", Field(f => f.HiddenField(c => "title"), "a"), StringComparison.Ordinal);
        Assert.Contains(
            " placeholder=\"b\" data-x=\"1\"",
            Field(f => f.TextField(c => "title", placeholder: "b", attributes: [("data-x", "1")]), "a"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_form_that_sends_files_says_so_in_its_tag() =>
        Assert.StartsWith(
            "<form method=\"post\" action=\"/posts\" accept-charset=\"UTF-8\" enctype=\"multipart/form-data\">",
            Markup(f => Html.Empty, null, multipart: true),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_is_sent_among_the_models_fields()
    {
        Assert.Equal(
            "<input type=\"file\" accept=\"image/*\" multiple id=\"post_title\" name=\"post[title]\">",
            Field(f => f.FileField(c => "title", accept: "image/*", multiple: true), "a value that is not sent back", multipart: true)
        );
        Assert.Equal(
            "<input type=\"file\" id=\"post_cover\" name=\"post[cover]\" class=\"wide\" data-x=\"1\">",
            Field(f => f.FileField("cover", @class: "wide", attributes: [("data-x", "1")]), null, multipart: true)
        );
    }

    [Fact]
    public void A_file_in_a_form_that_sends_none_says_what_to_do() =>
        Assert.Equal(
            "This form sends no files, so what is chosen for post[cover] would not arrive: open it with FormFor(…, multipart: true).",
            Assert.Throws<InvalidOperationException>(() => Field(f => f.FileField("cover"), null)).Message
        );

    [Theory]
    [InlineData("author_id", "Author")]
    [InlineData("created_at", "Created at")]
    public void A_field_is_labelled_by_its_column(string column, string label) =>
        Assert.Equal(label, FormField.Of("post", column, null, []).Label);

    private static string Field(Func<PostForm, Html> field, string? value, bool multipart = false) =>
        Markup(field, value, multipart).Split('|')[1];

    private static string Markup(Func<PostForm, Html> field, string? value, bool multipart = false) =>
        SpecTemplate.Render(t =>
        {
            string markup;
            using (var form = new PostForm(t, value, multipart))
                markup = field(form).ToString();
            t.Out.Literal("|"u8);
            t.Out.Raw(markup);
        });

    private sealed class PostForm(Template template, string? value, bool multipart)
        : FormBuilder<int, string>(template, "Post", isNew: true, "/posts", null, null, multipart)
    {
        protected override IReadOnlyList<string> AllErrors => [];

        protected override FormField Describe(Func<int, string> column) => FormField.Of("post", column(0), value, []);
    }
}
