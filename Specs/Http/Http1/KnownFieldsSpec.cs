using System.Reflection;
using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>The parser reads every field of its table, and the table is the only place that names them.</summary>
public sealed class KnownFieldsSpec
{
    private const string Request = "GET http://a/ HTTP/1.1\r\n";

    public static TheoryData<string> Names => [.. KnownFields.Table.Fields.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_of_the_table_is_read_by_the_parser_in_any_case(string name)
    {
        List<string> read = [];
        var known = new FieldTable([.. KnownFields.Table.Fields.Select(field => Recording(field.Name, read))]);
        foreach (string sent in (string[])[name, name.ToUpperInvariant(), name.ToLowerInvariant()])
            Parse($"{Request}{sent}: some value\r\n\r\n", known);

        Assert.Equal([.. Enumerable.Repeat($"{name}=some value", 3)], read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_differs_in_one_character_is_another_field(string name)
    {
        List<string> read = [];
        var known = new FieldTable([.. KnownFields.Table.Fields.Select(field => Recording(field.Name, read))]);
        for (int at = 0; at < name.Length; at++)
            Parse($"{Request}{name[..at]}_{name[(at + 1)..]}: some value\r\n\r\n", known);

        Assert.Empty(read);
    }

    [Theory]
    [InlineData("Upgrade")]
    [InlineData("Early-Data")]
    [InlineData("TE")]
    [InlineData("A-Field-That-Is-Longer-Than-All-Of-Those-That-The-Parser-Knows-Already")]
    public void A_field_that_is_added_to_the_table_is_read_and_nothing_else_has_to_be_told(string name)
    {
        List<string> read = [];
        var known = new FieldTable([.. KnownFields.Table.Fields, Recording(name, read)]);

        Parse($"{Request}Host: a\r\nAccept: b\r\n{name}: some value\r\nX: y\r\n\r\n", known);

        Assert.Equal([$"{name}=some value"], read);
    }

    [Fact]
    public void What_a_field_refuses_is_refused_by_the_parser()
    {
        var known = new FieldTable([new KnownField("Upgrade", static (_, _, _) => ProtocolErrors.HostInvalid)]);
        var parser = new RequestParser(new HttpOptions(), new RecentFields(), known);

        var status = parser.Parse(Encoding.ASCII.GetBytes($"{Request}Upgrade: h2c\r\n\r\n"), new RequestHead());

        Assert.Equal((ParseStatus.Invalid, ProtocolErrors.HostInvalid), (status, parser.Error));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_field_says_is_the_same_in_a_head_that_is_remembered(string name)
    {
        foreach (string value in (string[])["a", "a, b", "1", "close", "keep-alive", "chunked", "100-continue", ""])
        {
            byte[] message = Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: a\r\nX-First: b\r\n{name}: {value}\r\n\r\n");
            var recent = new RecentFields();
            var (first, second) = (new RequestHead(), new RequestHead());

            var status = new RequestParser(new HttpOptions(), recent).Parse(message, first);

            Assert.Equal(status, new RequestParser(new HttpOptions(), recent).Parse(message, second));
            if (status == ParseStatus.Complete)
                Assert.Equal(Describe(first, message), Describe(second, message));
        }
    }

    private static KnownField Recording(string name, List<string> read) =>
        new(
            name,
            (message, value, _) =>
            {
                read.Add($"{name}={Encoding.ASCII.GetString(value.Of(message))}");
                return null;
            }
        );

    private static void Parse(string message, FieldTable known) =>
        new RequestParser(new HttpOptions(), new RecentFields(), known).Parse(Encoding.ASCII.GetBytes(message), new RequestHead());

    /// <summary>Every property of a head that a field could have set, so that none is forgotten when one is added.</summary>
    private static string Describe(RequestHead head, byte[] message) =>
        string.Join(
            '\n',
            typeof(RequestHead)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite)
                .Select(property => $"{property.Name}: {Text(property.GetValue(head)!, message)}")
        );

    private static string Text(object value, byte[] message) =>
        value is ByteRange range ? Encoding.ASCII.GetString(range.Of(message)) : value.ToString()!;
}
