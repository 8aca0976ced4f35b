using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

public sealed class WordsAndBytesSpec
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("On", true)]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("No", false)]
    [InlineData("off", false)]
    [InlineData("False", false)]
    [InlineData("0", false)]
    public void True_and_false_have_four_words_each(string text, bool value)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out bool read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" true")]
    [InlineData("true\0")]
    [InlineData("y")]
    [InlineData("2")]
    [InlineData("01")]
    [InlineData("-0")]
    [InlineData("ja")]
    [InlineData("oﬀ")]
    public void Nothing_else_is_true_or_false(string text) => Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out bool _));

    [Theory]
    [InlineData("Read", Access.Read)]
    [InlineData("READ", Access.Read)]
    [InlineData("Kilo", Access.Kilo)]
    [InlineData("kilo", Access.Kilo)]
    [InlineData("kILO", Access.Kilo)]
    [InlineData("KILO", Access.KILO)]
    [InlineData("Größe", Access.Größe)]
    public void A_member_is_read_by_its_name(string text, Access value)
    {
        Assert.True(ValueReader.TryReadMember(text, out Access read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(" 1")]
    [InlineData("-1")]
    [InlineData("3")]
    [InlineData("Read,Write")]
    [InlineData("Read, Write")]
    [InlineData("Read|Write")]
    [InlineData(" Read")]
    [InlineData("Read\0")]
    [InlineData("Read\n")]
    [InlineData("Access.Read")]
    [InlineData("GRÖSSE")]
    [InlineData("\u212Ailo")]
    [InlineData("")]
    public void A_number_a_list_and_a_name_nearly_right_are_no_members(string text) =>
        Assert.False(ValueReader.TryReadMember(text, out Access _));

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData("0F8FAD5B-D9CB-469F-A165-70867728950E", true)]
    [InlineData("0f8fad5bd9cb469fa16570867728950e", false)]
    [InlineData("{0f8fad5b-d9cb-469f-a165-70867728950e}", false)]
    [InlineData(" 0f8fad5b-d9cb-469f-a165-70867728950e", false)]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e\0", false)]
    [InlineData("0x8fad5b-d9cb-469f-a165-70867728950e0", false)]
    [InlineData("0x8fad5b-d9cb-469f-a165-70867728950e", false)]
    [InlineData("+f8fad5b-d9cb-469f-a165-70867728950e", false)]
    [InlineData("", false)]
    public void A_GUID_has_36_characters(string text, bool isOne) => Assert.Equal(isOne, ValueReader.TryRead(text, out Guid _));

    [Theory]
    [InlineData("", 0)]
    [InlineData("AQ==", 1)]
    [InlineData("AQI=", 2)]
    [InlineData("AQID", 3)]
    [InlineData("A", -1)]
    [InlineData("AQ", -1)]
    [InlineData("AQ=", -1)]
    [InlineData("AQ==AQID", -1)]
    [InlineData("AQ-_", -1)]
    [InlineData("AQ\nID", -1)]
    [InlineData("AQID\r\n\t ", -1)]
    [InlineData("AQID    ", -1)]
    [InlineData("AQID\0\0\0\0", -1)]
    public void Bytes_are_Base64_without_white_space(string text, int length)
    {
        Assert.Equal(length >= 0, ValueReader.TryReadBytes(text, out byte[] bytes));
        Assert.Equal(Math.Max(0, length), bytes.Length);
    }

    [Fact]
    public void A_type_that_has_no_grammar_is_named() => Assert.Throws<NotSupportedException>(() => ValueReader.Read("a", out char _));

    [Flags]
    public enum Access
    {
        Read = 1,
        Write = 2,
        Kilo = 4,
        KILO = 8,
        Größe = 16,
    }
}
