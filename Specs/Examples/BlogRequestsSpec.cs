using System.Net;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The blog over HTTP: what it answers to good and to bad requests.</summary>
public sealed class BlogRequestsSpec : IAsyncLifetime
{
    private readonly BlogPlace _place = new();
    private BlogServer _blog = null!;

    public async ValueTask InitializeAsync() => _blog = await (await _place.Prepare(seed: true)).Serve();

    public async ValueTask DisposeAsync()
    {
        await _blog.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task The_front_page_lists_the_newest_posts_first_and_pages_lead_to_the_oldest()
    {
        string first = await _blog.Page("/");
        Assert.Contains("Slow is smooth", first);
        Assert.DoesNotContain("What we do not know yet", first);
        Assert.Contains("Page 1 of 4", first);
        Assert.Contains("Why we still print on paper", await _blog.Page("/posts?page=4"));
    }

    [Fact]
    public async Task A_long_post_takes_longer_to_read_than_a_short_one()
    {
        string first = await _blog.Page("/"),
            third = await _blog.Page("/posts?page=3");
        Assert.All(["<span>1 min</span>", "<span>2 min</span>", "<span>3 min</span>"], minutes => Assert.Contains(minutes, first + third));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/posts")]
    [InlineData("/?page=2")]
    public async Task The_list_of_posts_is_marked_as_current_by_whichever_path_it_is_reached(string path) =>
        Assert.Contains("<a href=\"/posts\" aria-current=\"page\">Posts</a>", await _blog.Page(path));

    [Fact]
    public async Task A_draft_is_listed_among_the_drafts_only() => Assert.Contains("What we do not know yet", await _blog.Page("/drafts"));

    [Theory]
    [InlineData("/posts/999999")]
    [InlineData("/posts/999999/edit")]
    [InlineData("/nothing/here")]
    public async Task An_unknown_id_or_path_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task An_id_that_is_no_number_is_400_and_named()
    {
        var answer = await _blog.Client.GetAsync("/posts/abc");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_verb_that_the_path_does_not_know_is_405_with_Allow()
    {
        var answer = await _blog.Client.DeleteAsync("/posts");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task A_form_with_a_missing_or_wrong_token_is_403_and_writes_nothing(string token)
    {
        await _blog.Page("/posts/new");
        var answer = await _blog.Post("/posts", [("authenticity_token", token), .. BlogServer.Fields("Forged from elsewhere")]);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Forged from elsewhere", await _blog.Page("/"));
    }

    [Fact]
    public async Task An_invalid_post_comes_back_as_422_with_what_was_typed_and_why_it_was_refused()
    {
        var answer = await _blog.SendForm("/posts/new", "/posts", ("post[title]", "No"), ("post[author]", "Spec & Co"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"Spec &amp; Co\"", page);
        Assert.Contains("field-error", page);
    }

    [Fact]
    public async Task What_is_written_is_shown_escaped()
    {
        var created = await _blog.CreatePost("<script>alert(1)</script>");
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        string page = await _blog.Page(created.Headers.Location!.OriginalString);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        Assert.DoesNotContain("<script>alert(1)", page);
    }

    [Fact]
    public async Task Attributes_that_are_not_permitted_are_not_taken()
    {
        var created = await _blog.SendForm("/posts/new", "/posts", [.. BlogServer.Fields("Numbered by hand"), ("post[id]", "77777")]);
        Assert.Equal(HttpStatusCode.SeeOther, created.StatusCode);
        Assert.DoesNotContain("77777", created.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Deleting_a_post_takes_its_comments_along()
    {
        var created = await _blog.CreatePost("Soon to go");
        string path = created.Headers.Location!.OriginalString;
        var commented = await _blog.SendForm(path, path + "/comments", ("comment[author]", "Reader"), ("comment[body]", "Stay!"));
        Assert.Equal(HttpStatusCode.SeeOther, commented.StatusCode);
        Assert.Contains("Stay!", await _blog.Page(path));

        var deleted = await _blog.SendForm(path, path, ("_method", "delete"));
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_stylesheet_is_served_with_a_validator_and_is_not_sent_twice()
    {
        string page = await _blog.Page("/");
        int start = page.IndexOf("/css/app", StringComparison.Ordinal);
        string path = page[start..page.IndexOf('"', start)];
        using var first = await _blog.Client.GetAsync(path);
        Assert.Equal("text/css", first.Content.Headers.ContentType?.MediaType);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _blog.Client.SendAsync(again)).StatusCode);
    }
}
