using LeadFilter.Pipeline;
using LeadFilter.Pipeline.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class DeliveryOptionsTests
{
    [TestMethod]
    public void Defaults_are_valid() => Assert.AreEqual(0, new DeliveryOptions().Validate().Count);

    [TestMethod]
    public void Each_option_out_of_range_is_named_with_its_range()
    {
        var options = new DeliveryOptions
        {
            MaxConcurrentCalls = 0,
            MaxWaiting = -1,
            TotalTimeout = TimeSpan.FromMinutes(5),
            TryTimeout = TimeSpan.Zero,
            ConnectTimeout = TimeSpan.FromHours(1),
            Retries = 6,
            RetryDelay = TimeSpan.Zero,
            MaxPatience = TimeSpan.FromMinutes(1),
            BreakAtFailures = double.NaN,
            BreakAtCalls = 1,
            BreakWindow = TimeSpan.Zero,
            BreakDuration = TimeSpan.Zero,
            OwnAddress = new("ftp://localhost/"),
        };

        var problems = options.Validate();

        Assert.AreEqual("MaxConcurrentCalls is 0; it must be 1 to 1000.", problems[0]);
        CollectionAssert.AreEqual(
            new[]
            {
                "MaxConcurrentCalls", "MaxWaiting", "TotalTimeout", "TryTimeout", "ConnectTimeout", "Retries", "RetryDelay",
                "MaxPatience", "BreakAtFailures", "BreakAtCalls", "BreakWindow", "BreakDuration", "OwnAddress",
            },
            problems.Select(problem => problem.Split(' ')[0]).ToArray());
    }

    [TestMethod]
    public void Host_does_not_start_with_options_out_of_range() => Assert.ThrowsExactly<ArgumentException>(
        () => new ServiceCollection().AddDelivery(new() { MaxConcurrentCalls = 0 }));
}
