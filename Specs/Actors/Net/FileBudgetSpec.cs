using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

public class FileBudgetSpec
{
    [Fact]
    public void A_few_downloads_send_much_in_a_turn_and_of_many_each_goes_on()
    {
        var budget = new FileBudget();
        budget.Begin();
        for (long sent = 0L; sent < FileBudget.BytesPerTurn; sent += FileBudget.MostBytes)
        {
            Assert.Equal(FileBudget.MostBytes, budget.Share);
            budget.Spend(FileBudget.MostBytes);
        }

        for (int i = 0; i < 10_000; i++)
        {
            budget.Spend(budget.Share);
            Assert.Equal(FileBudget.LeastBytes, budget.Share);
        }

        budget.Begin();
        Assert.Equal(FileBudget.MostBytes, budget.Share);
    }
}
