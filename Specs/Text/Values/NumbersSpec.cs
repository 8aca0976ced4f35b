using System.Globalization;
using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Text.Values;

/// <summary>Numbers by the grammar of HTML §2.3.4, and by nothing that .NET takes beyond it.</summary>
public sealed class NumbersSpec
{
    /// <summary>What is a number to some reader somewhere, and to none of ours.</summary>
    public static TheoryData<string> NoNumbers =>
        [
            "",
            " ",
            "-",
            "+",
            "+1",
            " 1",
            "1 ",
            "\t1",
            "1\t",
            "1\n",
            "1\r\n",
            "1\0",
            "\0" + "1",
            "1\0\0",
            "1\u0085",
            "1\u00A0",
            "\u20281",
            "1\u200B",
            "\uFEFF1",
            "--1",
            "-+1",
            "1-",
            "(1)",
            "1,000",
            "1_000",
            "1'000",
            "1 000",
            "0x10",
            "#10",
            "10h",
            "1e",
            "1e+",
            "e1",
            "1e1.5",
            "1.",
            ".",
            "-.",
            "1..2",
            "1.2.3",
            "$1",
            "1%",
            "1d",
            "1f",
            "1m",
            "\u0663",
            "１",
            "\u00B2",
            "\u2212" + "1",
            "NaN",
            "nan",
            "-NaN",
            "Infinity",
            "-Infinity",
            "+Infinity",
            "inf",
            "INF",
            "\u221E",
            "-\u221E",
            "one",
            "true",
            "null",
        ];

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void What_is_no_number_is_none_of_any_type(string text)
    {
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out int _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out ulong _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out decimal _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out double _));
        Assert.Equal(ValueError.Malformed, ValueReader.Read(text, out float _));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("007", 7)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("0000000000000000000000000000002147483647", int.MaxValue)]
    public void A_whole_number_is_digits_and_perhaps_a_minus(string text, int value)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out int read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void Past_the_ends_of_its_type_a_number_is_too_large_or_too_small()
    {
        Ends<sbyte>("-128", "-129", "127", "128");
        Ends<byte>("0", "-1", "255", "256");
        Ends<short>("-32768", "-32769", "32767", "32768");
        Ends<ushort>("0", "-1", "65535", "65536");
        Ends<int>("-2147483648", "-2147483649", "2147483647", "2147483648");
        Ends<uint>("0", "-1", "4294967295", "4294967296");
        Ends<long>("-9223372036854775808", "-9223372036854775809", "9223372036854775807", "9223372036854775808");
        Ends<ulong>("-0", "-1", "18446744073709551615", "18446744073709551616");
        Ends<decimal>(
            "-79228162514264337593543950335",
            "-79228162514264337593543950336",
            "79228162514264337593543950335",
            "1e999999999999999999999"
        );
        Ends<double>("-1.7976931348623157e308", "-1e309", "1.7976931348623157E+308", "1e999999999999999999999");
        Ends<float>("-3.4028235e38", "-1e39", "3.4028235e38", "1e39");
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.5")]
    [InlineData(".5")]
    [InlineData("1e3")]
    public void A_number_with_a_point_or_an_exponent_is_not_written_as_a_whole_one(string text) =>
        Assert.Equal(ValueError.NotWhole, ValueReader.Read(text, out long _));

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("-.5", "-0.5")]
    [InlineData("0.00", "0.00")]
    [InlineData("-0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("0e999999999999", "0")]
    [InlineData("0.1000000000000000000000000000000000000", "0.1000000000000000000000000000")]
    [InlineData("10000000000000000000000000000.0", "10000000000000000000000000000")]
    [InlineData("7922816251426433759354395033.50", "7922816251426433759354395033.5")]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("10000000000000000000000000000000000000000e-40", "1.0000000000000000000000000000")]
    public void A_decimal_is_what_was_written(string text, string value)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out decimal read));
        Assert.Equal(value, read.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("7922816251426433759354395033.51")]
    [InlineData("1e-29")]
    [InlineData("1e-999999999999999999999")]
    public void A_decimal_that_would_have_to_be_rounded_is_refused(string text) =>
        Assert.Equal(ValueError.TooPrecise, ValueReader.Read(text, out decimal _));

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+300", 1e300)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("1e-999", 0)]
    [InlineData("0e999999999999999999999", 0)]
    public void A_double_is_the_nearest_one(string text, double value)
    {
        Assert.Equal(ValueError.None, ValueReader.Read(text, out double read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void A_text_of_a_million_digits_is_read_in_one_go()
    {
        string zeros = new('0', 1_000_000);
        Assert.Equal(ValueError.None, ValueReader.Read(zeros + "7", out int number));
        Assert.Equal(7, number);
        Assert.Equal(ValueError.TooLarge, ValueReader.Read("1" + zeros, out decimal _));
        Assert.Equal(ValueError.None, ValueReader.Read("1." + zeros, out decimal one));
        Assert.Equal(1, one);
        Assert.Equal(ValueError.None, ValueReader.Read("1" + zeros + "e-1000000", out one));
        Assert.Equal(1, one);
        Assert.Equal(ValueError.TooPrecise, ValueReader.Read("1" + zeros + "e-2000000", out one));
    }

    private static void Ends<T>(string least, string tooSmall, string most, string tooLarge)
        where T : struct
    {
        Assert.Equal(ValueError.None, ValueReader.Read(least, out T _));
        Assert.Equal(ValueError.TooSmall, ValueReader.Read(tooSmall, out T _));
        Assert.Equal(ValueError.None, ValueReader.Read(most, out T _));
        Assert.Equal(ValueError.TooLarge, ValueReader.Read(tooLarge, out T _));
    }
}
