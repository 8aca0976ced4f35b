using System.Text;
using Stryke.Web.Http.Multipart;
using Xunit;

namespace Stryke.Web.Specs.Http.Multipart;

/// <summary>RFC 2046 §5.1: boundaries and what stands around the parts.</summary>
public class S5_1_MultipartFraming
{
    private const string Head = "Content-Disposition: form-data; name=a\r\n\r\n";

    [Theory]
    [InlineData("multipart/form-data; boundary=b")]
    [InlineData("Multipart/Form-Data ;  BOUNDARY=\"b\"")]
    [InlineData("multipart/form-data; charset=utf-8; boundary=b;")]
    public void S5_1_1_the_boundary_is_a_token_or_quoted(string type) =>
        Assert.Equal("a|-|-=x;\n.", FormReading.Of(Encoding.ASCII.GetBytes($"--b\r\n{Head}x\r\n--b--\r\n"), [], type));

    [Theory]
    [InlineData("'()+_,-./:=? x")]
    [InlineData("----WebKitFormBoundary7MA4YWxkTrZu0gW")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234567890")]
    public void S5_1_1_it_has_up_to_70_of_certain_characters(string boundary) =>
        Assert.Equal(
            "a|-|-=x;\n.",
            FormReading.Of(
                Encoding.ASCII.GetBytes($"--{boundary}\r\n{Head}x\r\n--{boundary}--"),
                [],
                $"multipart/form-data; boundary=\"{boundary}\""
            )
        );

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data; boundary=\"b")]
    [InlineData("multipart/form-data; boundary=\"b \"")]
    [InlineData("multipart/form-data; boundary=\"a\\b\"")]
    [InlineData("multipart/form-data; boundary=a*b")]
    [InlineData("multipart/form-data; boundary=b; boundary=c")]
    [InlineData("multipart/form-data; boundary=b c")]
    [InlineData("multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901")]
    public void S5_1_1_any_other_is_refused(string type) =>
        Assert.StartsWith("400 Bad Request: The media type has no boundary", FormReading.Of("--b--"u8, [], type));

    [Fact]
    public void S5_1_1_the_line_end_before_a_boundary_belongs_to_it() =>
        Assert.Equal("a|-|-=x\r\n;\n.", FormReading.Of($"--b\r\n{Head}x\r\n\r\n--b--"));

    [Theory]
    [InlineData("\n--b--")]
    [InlineData("\r--b--")]
    [InlineData("--b--")]
    [InlineData("\r\n-b--")]
    [InlineData("\r\n--B--")]
    [InlineData("\r\n --b--")]
    public void S5_1_1_what_only_looks_like_a_boundary_is_content(string text) =>
        Assert.Equal($"a|-|-=x{text};\n.", FormReading.Of($"--b\r\n{Head}x{text}\r\n--b--"));

    [Fact]
    public void S5_1_1_a_part_may_be_empty() => Assert.Equal("a|-|-=;\na|-|-=;\n.", FormReading.Of($"--b\r\n{Head}\r\n--b\r\n{Head}--b--"));

    [Fact]
    public void S5_1_1_spaces_may_follow_a_boundary() => Assert.Equal("a|-|-=x;\n.", FormReading.Of($"--b \t \r\n{Head}x\r\n--b-- \t\r\n"));

    [Theory]
    [InlineData("--bc\r\n")]
    [InlineData("--b\n")]
    [InlineData("--b\rx")]
    [InlineData("--b-\r\n")]
    [InlineData("--b --")]
    [InlineData("--b\0\r\n")]
    public void S5_1_1_a_boundary_with_anything_else_behind_it_is_refused(string start) =>
        Assert.StartsWith("400 Bad Request: A boundary is followed", FormReading.Of($"{start}{Head}x\r\n--b--"));

    [Fact]
    public void S5_1_1_what_stands_before_the_first_boundary_and_behind_the_last_is_ignored() =>
        Assert.Equal("a|-|-=x;\n.", FormReading.Of($"preamble --b\r\n-\r\n--b\r\n{Head}x\r\n--b--\r\nepilogue\r\n--b\r\n{Head}y\r\n--b--"));

    [Fact]
    public void S5_1_1_a_preamble_has_a_limit() =>
        Assert.StartsWith("400 Bad Request: Too much stands before", FormReading.Of(new string('x', 4097) + "\r\n--b--"));

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("nothing of the kind")]
    [InlineData("--b")]
    [InlineData("--b\r\n")]
    [InlineData("--b\r\n" + Head)]
    [InlineData("--b\r\n" + Head + "x")]
    [InlineData("--b\r\n" + Head + "x\r\n--b")]
    [InlineData("--b\r\n" + Head + "x\r\n--b-")]
    [InlineData("--b\r\n" + Head + "x\r\n--b\r\n")]
    public void S5_1_1_without_its_last_boundary_a_body_is_refused(string body) =>
        Assert.EndsWith("400 Bad Request: The body ends before its last boundary. (RFC 2046 §5.1.1)", FormReading.Of(body));

    [Fact]
    public void S5_1_1_a_form_may_have_no_parts() => Assert.Equal(".", FormReading.Of("--b--\r\n"));

    [Fact]
    public void The_number_of_parts_has_a_limit()
    {
        byte[] body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"--b\r\n{Head}x\r\n", 3)) + "--b--");
        Assert.EndsWith(".", FormReading.Of(body, [], limits: new MultipartLimits { MaxParts = 3 }));
        Assert.EndsWith(
            "400 Bad Request: There are too many parts. (RFC 7578 §4)",
            FormReading.Of(body, [], limits: new MultipartLimits { MaxParts = 2 })
        );
    }
}
