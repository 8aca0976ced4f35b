using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http.Multipart;
using Xunit;

namespace Stryke.Web.Specs.Http.Multipart;

/// <summary>
/// What holds for every form: how its bytes were split makes no difference, none is looked at again and again, and what
/// was written is what is read.
/// </summary>
public class MultipartReaderProperties
{
    private static readonly MultipartLimits TightLimits = new() { MaxPartHeadBytes = 90, MaxParts = 3 };

    private static readonly Gen<string> Content = Gen.Elements(
            "\r",
            "\n",
            "\r\n",
            "-",
            "--",
            "\r\n-",
            "\r\n--",
            "\r\n--a",
            "--b",
            "x",
            "\0",
            "\u00ff"
        )
        .ListOf()
        .Select(pieces => string.Concat(pieces))
        .Where(text => !("\r\n" + text).Contains("\r\n--b"));

    private static readonly Gen<(string Name, string? File, string Content)[]> Forms = (
        from name in Gen.Elements("a", "post[title]", "ü", "")
        from file in Gen.Elements(null, "", "f.txt", "C:\\f")
        from content in Content
        select (name, file, content)
    )
        .ListOf()
        .Select(parts => parts.Take(20).ToArray());

    // Pieces that, put together, come near every rule: most of it is refused, and each for its own reason.
    private static readonly Gen<byte[]> Mess = Gen.Elements(
            "--b",
            "--b",
            "--b--",
            "\r\n",
            "\r\n",
            "\r\n\r\n",
            "\r\n--b",
            "\r\n--b\r\n",
            "\n",
            "\r",
            "-",
            " ",
            "\0",
            "\"",
            "\\",
            ";",
            "=",
            "Content-Disposition: form-data; name=\"a\"",
            "Content-Disposition: form-data; name=\"a\"\r\n\r\n",
            "; filename=\"f\"",
            "Content-Type: ",
            "multipart/x",
            "x",
            "Content-Transfer-Encoding: base64",
            ":",
            "é",
            "a long stretch of text that comes near the limits"
        )
        .ListOf()
        .Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void However_a_form_is_split_it_reads_the_same() =>
        Prop.ForAll(Forms.Select(Write).ToArbitrary(), SplitsMakeNoDifference).Check(Configuration(150));

    [Fact]
    public void However_rubbish_is_split_it_is_refused_for_the_same_reason() =>
        Prop.ForAll(Mess.ToArbitrary(), SplitsMakeNoDifference).Check(Configuration(1_000));

    [Fact]
    public void What_was_written_is_what_is_read() =>
        Prop.ForAll(
                Forms.ToArbitrary(),
                form =>
                    Assert.Equal(
                        string.Concat(form.Select(part => $"{part.Name}|{part.File ?? "-"}|-={part.Content};\n")) + ".",
                        FormReading.Of(Write(form), [])
                    )
            )
            .Check(Configuration(500));

    private static byte[] Write((string Name, string? File, string Content)[] form)
    {
        var body = new MemoryStream();
        foreach (var (name, file, content) in form)
        {
            body.Write(
                Encoding.UTF8.GetBytes(
                    $"--b\r\nContent-Disposition: form-data; name=\"{name}\"{(file is null ? "" : $"; filename=\"{file}\"")}\r\n\r\n"
                )
            );
            body.Write(Encoding.Latin1.GetBytes(content + "\r\n"));
        }

        body.Write("--b--\r\n"u8);
        return body.ToArray();
    }

    private static void SplitsMakeNoDifference(byte[] bytes)
    {
        foreach (var limits in new[] { new MultipartLimits(), TightLimits })
        {
            string whole = FormReading.Of(bytes, [], limits: limits);
            Assert.Equal(whole, FormReading.Of(bytes, Enumerable.Range(1, Math.Max(0, bytes.Length - 1)), limits: limits));
            Assert.Equal(whole, FormReading.OfHidden(bytes, limits: limits));
            for (int at = 1; at < bytes.Length; at++)
            {
                Assert.Equal(whole, FormReading.Of(bytes, [at], limits: limits));
            }
        }
    }

    private static Config Configuration(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(60);
}
