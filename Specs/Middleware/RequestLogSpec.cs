using System.Text;
using Stryke.Web.Middleware;
using Xunit;
using Stack = Stryke.Web.Middleware.Chain<Stryke.Web.Middleware.RequestLog, Stryke.Web.Middleware.EndOfChain>;

namespace Stryke.Web.Specs.Middleware;

public sealed class RequestLogSpec
{
    private readonly MemoryStream _output = new();
    private readonly LogWriter _log;

    public RequestLogSpec() => _log = new LogWriter(_output);

    [Fact]
    public void A_request_is_a_line_with_verb_path_status_time_and_action()
    {
        Visit(StrykeEnvironment.Development).Get("/posts/42");

        Assert.Matches("^GET /posts/42 → 200 in [0-9]+\\.[0-9] ms  PostsController#Show\n$", Log());
    }

    [Fact]
    public void The_query_is_left_out() =>
        Assert.DoesNotContain("secret", After(visitor => visitor.Get("/posts/42?token=secret")), StringComparison.Ordinal);

    [Fact]
    public void A_request_that_no_route_matched_has_no_action() =>
        Assert.EndsWith(" ms\n", After(visitor =>
        {
            visitor.Route = default;
            visitor.Get("/nothing");
        }), StringComparison.Ordinal);

    [Fact]
    public void A_verb_that_a_form_overrides_is_the_one_that_is_told() =>
        Assert.StartsWith("DELETE /posts/42 ", After(visitor => visitor.Post("/posts/42", "_method=delete")), StringComparison.Ordinal);

    [Fact]
    public void A_long_path_is_cut_off()
    {
        var line = After(visitor => visitor.Get("/" + new string('a', 5000)));

        Assert.Contains("aaa → 200", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 1000, 1200);
    }

    [Theory]
    [InlineData(StrykeEnvironment.Production)]
    [InlineData(StrykeEnvironment.Test)]
    public void Outside_development_nothing_is_written(StrykeEnvironment environment)
    {
        Visit(environment).Get("/");

        Assert.Equal("", Log());
    }

    [Fact]
    public void A_line_of_the_log_is_visible_ascii_whatever_came()
    {
        var line = new LogLine(new byte[64]);
        line.AddVisible("a b\n\u001b[31mü"u8, 64);

        Assert.Equal("a\\x20b\\x0A\\x1B[31m\\xC3\\xBC", Encoding.UTF8.GetString(line.Written));
    }

    [Fact]
    public void What_does_not_fit_into_a_line_is_cut_off()
    {
        var line = new LogLine(new byte[8]);
        line.Add("12345"u8);
        line.Add("6789");
        line.Add("x"u8);
        line.Add(5, "");

        Assert.Equal("12345678", Encoding.UTF8.GetString(line.Written));
    }

    private Visitor<Stack> Visit(StrykeEnvironment environment) => new(Some.Services(environment, log: _log));

    private string After(Action<Visitor<Stack>> visit)
    {
        visit(Visit(StrykeEnvironment.Development));
        return Log();
    }

    private string Log()
    {
        _log.Flush();
        return Encoding.UTF8.GetString(_output.ToArray());
    }
}
