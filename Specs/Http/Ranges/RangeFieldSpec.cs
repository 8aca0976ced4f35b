using System.Text;
using Stryke.Web.Http.Ranges;
using Xunit;

namespace Stryke.Web.Specs.Http.Ranges;

/// <summary>RFC 9110 §14.1.2 and §14.2, against something of 100 bytes.</summary>
public class RangeFieldSpec
{
    [Theory]
    [InlineData("bytes=0-9", "0+10")]
    [InlineData("bytes=90-", "90+10")]
    [InlineData("bytes=-5", "95+5")]
    [InlineData("bytes=-500", "0+100")]
    [InlineData("bytes=50-1000", "50+50")]
    [InlineData("bytes=99-99999999999999999999", "99+1")]
    [InlineData("BYTES=0-0", "0+1")]
    [InlineData("bytes= 0-0 ,, 5-6", "0+1 5+2")]
    [InlineData("bytes=5-6,200-,0-0", "5+2 0+1")]
    public void Ranges_that_can_be_sent_are_sent_in_the_order_asked_for(string field, string stretches) =>
        Assert.Equal((RangeResult.Partial, stretches), Read(field));

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=200-300,100-100")]
    public void What_lies_outside_is_unsatisfiable(string field) => Assert.Equal(RangeResult.Unsatisfiable, Read(field).Verdict);

    [Theory]
    [InlineData("items=0-9")]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes=9-0")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=--5")]
    [InlineData("bytes=5")]
    [InlineData("bytes=-")]
    [InlineData("bytes=+1-2")]
    [InlineData("bytes=0-60,40-99")]
    [InlineData("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15,16-16")]
    public void What_is_not_understood_or_abusive_counts_as_not_sent(string field) => Assert.Equal(RangeResult.Whole, Read(field).Verdict);

    private static (RangeResult Verdict, string Stretches) Read(string field)
    {
        var stretches = new List<ContentRange>();
        var verdict = RangeField.Read(Encoding.ASCII.GetBytes(field), 100, stretches);
        return (verdict, string.Join(' ', stretches.Select(stretch => $"{stretch.Offset}+{stretch.Length}")));
    }
}
