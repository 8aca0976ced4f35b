using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class SessionCodecSpec
{
    [Fact]
    public void What_was_written_reads_back_the_same() =>
        Prop.ForAll<string[], string[]>(
                (names, texts) =>
                {
                    var values = Pairs(names, texts);
                    var (known, read) = Read(Write(values));
                    return known && read.Count == values.Count && values.All(pair => read[pair.Key] == pair.Value);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_longer_than_one_byte_of_length_read_back_the_same()
    {
        foreach (int length in new[] { 0, 127, 128, 16383, 16384, 100_000 })
        {
            var (known, read) = Read(Write(new() { ["text"] = new string('ü', length) }));
            Assert.True(known);
            Assert.Equal(length, read["text"].Length);
        }
    }

    [Fact]
    public void Bytes_of_another_shape_are_refused_or_read_but_never_a_fault() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                Read(bytes);
                Read([1, .. bytes]);
                return !Read([2, .. bytes]).Known;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_length_beyond_the_end_is_refused() => Assert.False(Read([1, 5, (byte)'a']).Known);

    [Fact]
    public void A_length_without_end_is_refused() => Assert.False(Read([1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1]).Known);

    [Fact]
    public void A_name_without_its_value_is_refused() => Assert.False(Read([1, 1, (byte)'a']).Known);

    // FsCheck makes lone surrogates, which no UTF-8 holds; they become U+FFFD on both sides here.
    private static Dictionary<string, string> Pairs(string[] names, string[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Min(names.Length, texts.Length); i++)
            values[Valid(names[i])] = Valid(texts[i]);
        return values;
    }

    private static string Valid(string? text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text ?? ""));

    private static byte[] Write(Dictionary<string, string> values)
    {
        byte[] bytes = new byte[SessionCodec.MaxLength(values)];
        return bytes[..SessionCodec.Write(values, bytes)];
    }

    private static (bool Known, Dictionary<string, string> Values) Read(byte[] bytes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        return (SessionCodec.TryRead(bytes, values), values);
    }
}
