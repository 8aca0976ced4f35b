using System.Text;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

public sealed class TextLineSpec
{
    [Fact]
    public void A_line_of_the_log_is_visible_ascii_whatever_came()
    {
        var line = new TextLine(new byte[64]);
        line.AddVisible("a b\n\u001b[31mü"u8, 64);

        Assert.Equal("a\\x20b\\x0A\\x1B[31m\\xC3\\xBC", Encoding.UTF8.GetString(line.Written));
    }

    [Fact]
    public void What_does_not_fit_into_a_line_is_cut_off()
    {
        var line = new TextLine(new byte[8]);
        line.Add("12345"u8);
        line.Add("6789");
        line.Add("x"u8);
        line.Add(5, "");

        Assert.Equal("12345678", Encoding.UTF8.GetString(line.Written));
    }
}
