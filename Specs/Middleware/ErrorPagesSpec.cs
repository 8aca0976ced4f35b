using System.Text;
using System.Text.Json;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Errors;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class ErrorPagesSpec
{
    private const string Html = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private const string Json = "Accept: application/json";

    public static TheoryData<int, Action<RequestContext>> Answers =>
        new()
        {
            { 400, context => ErrorPages.BadRequest(context, "The id is no number.") },
            { 403, context => ErrorPages.Forbidden(context, "Not yours.", "Ask the owner.") },
            { 404, ErrorPages.NotFound },
            { 405, ErrorPages.MethodNotAllowed },
            { 500, context => ErrorPages.ServerError(context, new InvalidOperationException("kaputt")) },
        };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public void The_answer_has_the_form_that_the_client_takes(int status, Action<RequestContext> answer)
    {
        foreach (var environment in Enum.GetValues<StrykeEnvironment>())
        {
            var visitor = Visit(environment, answer);

            var page = visitor.Get("/posts/1", Html);
            Assert.Equal((status, "text/html; charset=utf-8"), (page.Status, page["Content-Type"]));
            Assert.StartsWith("<!doctype html>", page.Body, StringComparison.Ordinal);
            Assert.EndsWith("</html>\n", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);

            var json = visitor.Get("/posts/1", Json);
            Assert.Equal((status, "application/problem+json"), (json.Status, json["Content-Type"]));
            Assert.Equal(status, JsonDocument.Parse(json.Body).RootElement.GetProperty("status").GetInt32());

            foreach (var text in new[] { visitor.Get("/posts/1"), visitor.Get("/posts/1", "Accept: */*") })
            {
                Assert.Equal((status, "text/plain; charset=utf-8"), (text.Status, text["Content-Type"]));
                Assert.StartsWith($"{status} {StatusLines.Reason(status)}\n", text.Body, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void It_takes_the_place_of_whatever_was_in_the_response()
    {
        var visitor = Visit(
            StrykeEnvironment.Production,
            context =>
            {
                context.Response.AddHeader("X-Half", "made");
                context.Response.Write("half of a page");
                throw new InvalidOperationException("kaputt");
            }
        );

        var reply = visitor.Get("/");

        Assert.Equal(500, reply.Status);
        Assert.Null(reply["X-Half"]);
        Assert.DoesNotContain("half", reply.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", reply["Cache-Control"]);
    }

    [Theory]
    [InlineData(StrykeEnvironment.Production)]
    [InlineData(StrykeEnvironment.Test)]
    public void Outside_development_a_500_tells_nothing_about_the_inside(StrykeEnvironment environment)
    {
        var visitor = Visit(environment, _ => throw new InvalidOperationException("kaputt", new FormatException("inner")));

        foreach (string? accept in new[] { Html, Json, "Accept: */*" })
        {
            string body = visitor.Get("/posts/1?q=secret", accept).Body;
            foreach (string? inside in new[] { "kaputt", "inner", "Exception", "ErrorPagesSpec", "PostsController", "secret", " at " })
                Assert.DoesNotContain(inside, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_500_is_in_the_log_with_its_request_and_its_stack()
    {
        var output = new MemoryStream();
        var log = new LogWriter(output);
        var visitor = new Visitor<EndOfChain>(Some.Services(log: log)) { Action = _ => throw new InvalidOperationException("kaputt") };

        visitor.Get("/posts/1");
        log.Flush();
        string text = Encoding.UTF8.GetString(output.ToArray());

        Assert.StartsWith(
            "GET /posts/1 (PostsController#Show) failed: System.InvalidOperationException: kaputt",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(nameof(ErrorPagesSpec), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_request_is_not_a_failure_and_tells_its_reason()
    {
        var output = new MemoryStream();
        var log = new LogWriter(output);
        var visitor = new Visitor<EndOfChain>(Some.Services(log: log))
        {
            Action = _ => throw new BadRequestException("The id is no number."),
        };

        var reply = visitor.Get("/");
        log.Flush();

        Assert.Equal(400, reply.Status);
        Assert.Contains("The id is no number.", reply.Body, StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void What_the_host_says_does_not_exist_is_a_404_and_no_failure()
    {
        var output = new MemoryStream();
        var log = new LogWriter(output);
        var visitor = new Visitor<EndOfChain>(Some.Services(log: log, isNotFound: exception => exception is KeyNotFoundException))
        {
            Action = context => ErrorPages.Failed(context, new KeyNotFoundException("There is no Post with the id 1.")),
        };

        Assert.Equal(404, visitor.Get("/posts/1", Html).Status);
        log.Flush();
        Assert.Equal(0, output.Length);

        visitor.Action = context => ErrorPages.Failed(context, new InvalidOperationException());
        Assert.Equal(500, visitor.Get("/posts/1", Html).Status);
    }

    [Fact]
    public void RFC_9110_15_5_6_a_405_says_what_is_answered()
    {
        var visitor = Visit(StrykeEnvironment.Production, ErrorPages.MethodNotAllowed);
        visitor.Route = new RouteMatch(-1, default(VerbSet).With(HttpVerb.Get).With(HttpVerb.Patch), default);

        Assert.Equal("GET, PATCH", visitor.Get("/posts")["Allow"]);
    }

    [Fact]
    public void An_apps_own_page_takes_the_place_of_ours_outside_development()
    {
        var assets = new Assets([new Asset("404.html", () => "<p>Lost?</p>"u8.ToArray())]);
        var visitor = new Visitor<EndOfChain>(Some.Services(assets: assets)) { Action = ErrorPages.NotFound };
        var reply = visitor.Get("/", Html);
        Assert.Equal((404, "<p>Lost?</p>"), (reply.Status, reply.Body));

        visitor = new Visitor<EndOfChain>(Some.Services(StrykeEnvironment.Development, assets: assets)) { Action = ErrorPages.NotFound };
        Assert.DoesNotContain("Lost?", visitor.Get("/", Html).Body, StringComparison.Ordinal);
    }

    private static Visitor<EndOfChain> Visit(StrykeEnvironment environment, Action<RequestContext> answer) =>
        new(Some.Services(environment)) { Action = answer };
}
