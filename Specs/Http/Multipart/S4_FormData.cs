using System.Text;
using Stryke.Web.Http.Multipart;
using Xunit;

namespace Stryke.Web.Specs.Http.Multipart;

/// <summary>RFC 7578 §4: what the heads of the parts of a form say, as browsers, curl and others write them.</summary>
public class S4_FormData
{
    private const string Named = "Content-Disposition: form-data; name=\"a\"\r\n";

    private static string One(string head) => FormReading.Of($"--b\r\n{head}\r\nx\r\n--b--");

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"a\"", "a|-|-=x;\n.")]
    [InlineData("content-disposition:FORM-DATA;NAME=a", "a|-|-=x;\n.")]
    [InlineData("Content-Disposition: form-data ; name = a", null)]
    [InlineData("Content-Disposition: form-data; name=\"post[title]\"", "post[title]|-|-=x;\n.")]
    [InlineData("Content-Disposition: form-data; name=\"\"", "|-|-=x;\n.")]
    [InlineData("Content-Disposition: form-data; filename=\"f\"; name=\"a\"", "a|f|-=x;\n.")]
    [InlineData("Content-Disposition: form-data; name=\"a\"; size=3; filename=f.txt", "a|f.txt|-=x;\n.")]
    [InlineData("Content-Disposition: form-data; name=\"a\"; filename=\"\"", "a||-=x;\n.")]
    [InlineData("Content-Disposition: form-data; name=\"größe\"; filename=\"Übersicht – 1.pdf\"", "größe|Übersicht – 1.pdf|-=x;\n.")]
    public void S4_2_a_part_has_a_name_and_a_file_a_file_name(string line, string? read)
    {
        if (read is null)
            Assert.Contains("400", One(line + "\r\n"));
        else
            Assert.Equal(read, One(line + "\r\n"));
    }

    [Theory]
    [InlineData("say %22hi%22.txt", "say \"hi\".txt")]
    [InlineData("two%0D%0Alines", "two\r\nlines")]
    [InlineData("100%.txt", "100%.txt")]
    [InlineData("a%20b%2F%c3.txt", "a%20b%2F%c3.txt")]
    [InlineData("C:\\fakepath\\me.png", "C:\\fakepath\\me.png")]
    [InlineData("semi;colon=.txt", "semi;colon=.txt")]
    public void S4_2_names_are_escaped_as_browsers_do_it(string sent, string name) =>
        Assert.Equal($"a|{name}|-=x;\n.", One($"Content-Disposition: form-data; name=a; filename=\"{sent}\"\r\n"));

    [Theory]
    [InlineData("\"say \\\"hi\\\".txt\"", "say \"hi\".txt")]
    [InlineData("\"\\\"\"", "\"")]
    [InlineData("\"a\\\\b\\\"c.txt\"", "a\\b\"c.txt")]
    [InlineData("\"a\\b\\\"c.txt\"", "a\\b\"c.txt")]
    [InlineData("\"a\\\"; name=\\\"b\"", "a\"; name=\"b")]
    [InlineData("\"%22 \\\" %0D\"", "%22 \" %0D")]
    [InlineData("\"a\\\"\"; size=\"3\"", "a\"")]
    [InlineData("\"ends\\\"", "ends\\")]
    [InlineData("\"ends\\\"; size=3", "ends\\")]
    [InlineData("\"ends\\\"; size=\"3\"", "ends\\")]
    [InlineData("\"C:\\dir\\\"", "C:\\dir\\")]
    [InlineData("\"a\\\\\"", "a\\\\")]
    public void S4_2_a_backslash_before_a_quote_in_a_file_name_is_what_the_rest_of_the_line_says(string sent, string name) =>
        Assert.Equal($"a|{name}|-=x;\n.", One($"Content-Disposition: form-data; name=\"a\"; filename={sent}\r\n"));

    [Fact]
    public void S4_2_the_extended_file_name_must_not_be_used_and_is_not() =>
        Assert.Equal("a|f.txt|-=x;\n.", One("Content-Disposition: form-data; name=a; filename=f.txt; filename*=utf-8''%2e%2e%2fg.txt\r\n"));

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"a\\\"; filename=\"f\"")]
    [InlineData("Content-Disposition: form-data; name=\"a\\\"b\"")]
    [InlineData("Content-Disposition: form-data; name=a; filename=\"b\\\"c")]
    [InlineData("Content-Disposition: form-data; name=a; filename=\"b\\\"c\"d")]
    [InlineData("Content-Disposition: form-data; name=a; filename=\"b\\\"; x=\"c\\\"")]
    [InlineData("Content-Disposition: form-data; name=a; filename=\"b\\\"; filename=\"c\"")]
    [InlineData("Content-Disposition: form-data; filename=\"b\\\"; name=\"a\\\"c\"")]
    [InlineData("Content-Disposition: form-data; name=a; x=\"b\\\"c\"")]
    [InlineData("Content-Disposition: form-data; name=\"a")]
    [InlineData("Content-Disposition: form-data; name=\"a\"b")]
    [InlineData("Content-Disposition: form-data; name=\"a\" filename=f")]
    [InlineData("Content-Disposition: form-data; name=a; name=b")]
    [InlineData("Content-Disposition: form-data; name=a; filename=f; filename=g")]
    [InlineData("Content-Disposition: form-data; name=a/b")]
    [InlineData("Content-Disposition: form-data; name=")]
    [InlineData("Content-Disposition: form-data; name")]
    public void S4_2_a_name_that_two_readers_could_read_differently_is_refused(string line) =>
        Assert.EndsWith(
            "400 Bad Request: The parameters of a Content-Disposition cannot be read without doubt. (RFC 7578 §4.2)",
            One(line + "\r\n")
        );

    [Theory]
    [InlineData("")]
    [InlineData("Content-Type: text/plain\r\n")]
    [InlineData("Content-Disposition: attachment; name=a\r\n")]
    [InlineData("Content-Disposition:\r\n")]
    public void S4_2_a_part_without_a_disposition_is_refused(string head) =>
        Assert.EndsWith("400 Bad Request: A part has no Content-Disposition: form-data. (RFC 7578 §4.2)", One(head));

    [Fact]
    public void S4_2_a_part_without_a_name_is_refused() =>
        Assert.EndsWith("400 Bad Request: A part has no name. (RFC 7578 §4.2)", One("Content-Disposition: form-data; filename=f\r\n"));

    [Fact]
    public void S4_3_parts_within_parts_are_refused() =>
        Assert.EndsWith(
            "400 Bad Request: A part holds parts; files of one field are sent one by one. (RFC 7578 §4.3)",
            One(Named + "Content-Type: multipart/mixed; boundary=c\r\n")
        );

    [Fact]
    public void S4_4_the_media_type_of_a_part_is_handed_on() =>
        Assert.Equal(
            "a|f|image/png;  x=y=x;\n.",
            One("Content-Disposition: form-data; name=a; filename=f\r\nContent-Type: image/png;  x=y \r\n")
        );

    [Theory]
    [InlineData("text/plain; charset=UTF-8", true)]
    [InlineData("text/plain; charset=\"us-ascii\"", true)]
    [InlineData("text/plain", true)]
    [InlineData("text/plain; charset=iso-8859-1", false)]
    public void S4_4_the_text_of_a_field_is_utf8(string type, bool isFine) =>
        Assert.Equal(
            isFine ? $"a|-|{type}=x;\n." : "400 Bad Request: The text of a field is not UTF-8. (RFC 7578 §4.4)",
            One($"{Named}Content-Type: {type}\r\n")
        );

    [Theory]
    [InlineData("7bit", true)]
    [InlineData("8BIT", true)]
    [InlineData("binary", true)]
    [InlineData("base64", false)]
    [InlineData("quoted-printable", false)]
    [InlineData("", false)]
    public void S4_7_a_part_is_not_encoded(string encoding, bool isFine) =>
        Assert.Equal(
            isFine ? "a|-|-=x;\n." : "400 Bad Request: A part is encoded for transfer; over HTTP it is sent as it is. (RFC 7578 §4.7)",
            One($"{Named}Content-Transfer-Encoding: {encoding}\r\n")
        );

    [Fact]
    public void S4_8_other_fields_have_no_meaning() => Assert.Equal("a|-|-=x;\n.", One($"X-Y: z\r\n{Named}Content-Length: 999\r\n"));

    [Theory]
    [InlineData(Named)]
    [InlineData("Content-Type: text/plain\r\ncontent-type: text/html\r\n")]
    [InlineData("Content-Transfer-Encoding: binary\r\nContent-Transfer-Encoding: binary\r\n")]
    public void S4_8_what_has_a_meaning_is_said_once(string repeated) =>
        Assert.EndsWith("400 Bad Request: A part says more than once what it is. (RFC 7578 §4.8)", One(Named + repeated));

    [Theory]
    [InlineData("no colon")]
    [InlineData(": x")]
    [InlineData("A B: x")]
    [InlineData("A : x")]
    [InlineData(" folded: x")]
    [InlineData("\tfolded")]
    [InlineData("é: x")]
    public void A_line_that_is_no_field_is_refused(string line) =>
        Assert.EndsWith(
            "400 Bad Request: A line in the head of a part is not: name, colon, value. (RFC 7578 §4)",
            One($"{Named}{line}\r\n")
        );

    [Theory]
    [InlineData("\0")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\u0001")]
    [InlineData("\u007f")]
    public void A_control_byte_is_refused(string control) =>
        Assert.EndsWith(
            "400 Bad Request: A control byte stands in the head of a part. (RFC 9110 §5.5)",
            One($"Content-Disposition: form-data; name=\"a{control}b\"\r\n")
        );

    [Fact]
    public void A_head_has_a_limit()
    {
        byte[] Body(int padding) => Encoding.ASCII.GetBytes($"--b\r\n{Named}X: {new string('x', padding)}\r\n\r\n\r\n--b--");
        int rest = Named.Length + "X: \r\n\r\n".Length;
        var limits = new MultipartLimits { MaxPartHeadBytes = 200 };
        Assert.Equal("a|-|-=;\n.", FormReading.Of(Body(200 - rest), [], limits: limits));
        Assert.Equal(
            "400 Bad Request: The head of a part is too large. (RFC 7578 §4)",
            FormReading.Of(Body(201 - rest), [], limits: limits)
        );
        Assert.Equal(
            "400 Bad Request: The head of a part is too large. (RFC 7578 §4)",
            FormReading.Of(Encoding.ASCII.GetBytes("--b\r\n" + new string('x', 200)), [], limits: limits)
        );
    }
}
