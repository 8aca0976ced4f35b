using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class MediaTypesSpec
{
    [Theory]
    [InlineData("css", "text/css; charset=utf-8")]
    [InlineData(".HTML", "text/html; charset=utf-8")]
    [InlineData("css/app.min.js", "text/javascript; charset=utf-8")]
    [InlineData("woff2", "font/woff2")]
    [InlineData("", "application/octet-stream")]
    [InlineData(".extension-that-nobody-has-ever-seen", "application/octet-stream")]
    public void A_file_has_the_type_of_its_extension(string extension, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(MediaTypes.FromExtension(extension)));

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("Application/X-WWW-Form-Urlencoded ; charset=utf-8", true)]
    [InlineData("application/x-www-form-urlencodedx", false)]
    [InlineData("", false)]
    public void RFC9110_8_3_1_types_compare_without_case_and_parameters(string contentType, bool isForm) =>
        Assert.Equal(isForm, MediaTypes.Is(Encoding.ASCII.GetBytes(contentType), MediaTypes.Form));
}
