using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class SessionSpec
{
    private readonly Session _session = new();

    public SessionSpec() => _session.Open(cameWithCookie: false);

    [Fact]
    public void It_is_a_map_of_texts_by_name()
    {
        _session["a"] = "1";
        _session["b"] = "2";

        Assert.Equal(("1", "2", null), (_session["a"], _session["b"], _session["A"]));
        Assert.Equal(2, _session.Count);
        Assert.Equal(["a", "b"], _session.Names.Order());
        Assert.True(_session.Contains("a"));
        Assert.True(_session.TryGet("b", out string? value));
        Assert.Equal("2", value);
    }

    [Fact]
    public void Setting_null_removes()
    {
        _session["a"] = "1";
        _session["a"] = null;

        Assert.Null(_session["a"]);
        Assert.Equal(0, _session.Count);
    }

    [Fact]
    public void Only_what_makes_a_difference_is_a_change()
    {
        _session["a"] = null;
        _session.Remove("a");
        _session.Reset();
        Assert.False(_session.IsChanged);

        _session["a"] = "1";
        Assert.True(_session.IsChanged);
    }
}
