using LeadFilter.Pipeline;
using LeadFilter.Pipeline.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class DeliveryOptionsTests
{
    [TestMethod]
    public void Defaults_are_valid() => Assert.IsTrue(new DeliveryOptionsValidator().Validate(null, new()).Succeeded);

    [TestMethod]
    [DataRow(nameof(DeliveryOptions.MaxConcurrentCalls), "between 1 and 1000")]
    [DataRow(nameof(DeliveryOptions.MaxWaiting), "between 0 and 10000")]
    [DataRow(nameof(DeliveryOptions.TotalTimeout), "between 00:00:01 and 00:04:00")]
    [DataRow(nameof(DeliveryOptions.TryTimeout), "between 00:00:00.1000000 and 00:04:00")]
    [DataRow(nameof(DeliveryOptions.ConnectTimeout), "between 00:00:00.1000000 and 00:01:00")]
    [DataRow(nameof(DeliveryOptions.Retries), "between 0 and 5")]
    [DataRow(nameof(DeliveryOptions.RetryDelay), "between 00:00:00.0010000 and 00:00:10")]
    [DataRow(nameof(DeliveryOptions.MaxPatience), "between 00:00:00 and 00:00:30")]
    [DataRow(nameof(DeliveryOptions.BreakAtFailures), "between 0.01 and 1")]
    [DataRow(nameof(DeliveryOptions.BreakAtCalls), "between 2 and 1000")]
    [DataRow(nameof(DeliveryOptions.BreakWindow), "between 00:00:01 and 00:10:00")]
    [DataRow(nameof(DeliveryOptions.BreakDuration), "between 00:00:01 and 00:10:00")]
    public void An_option_out_of_range_is_named_with_its_range(string name, string range)
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
        };

        var problems = new DeliveryOptionsValidator().Validate(null, options).Failures!.Where(problem => problem.Contains(name, StringComparison.Ordinal)).ToList();

        Assert.HasCount(1, problems);
        Assert.Contains(range, problems[0], StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_try_does_not_last_longer_than_the_delivery() => AssertRefused(
        new() { TotalTimeout = TimeSpan.FromSeconds(2), TryTimeout = TimeSpan.FromSeconds(3) }, "TryTimeout must not be longer than TotalTimeout.");

    [TestMethod]
    public void The_own_address_is_one_of_http() =>
        AssertRefused(new() { OwnAddress = new("ftp://localhost/") }, "OwnAddress must be an absolute http or https address.");

    [TestMethod]
    public void Host_does_not_start_with_options_out_of_range() => Assert.ThrowsExactly<ArgumentException>(
        () => new ServiceCollection().AddDelivery(new() { MaxConcurrentCalls = 0 }));

    private static void AssertRefused(DeliveryOptions options, string why) =>
        Assert.AreEqual(why, string.Join('\n', new DeliveryOptionsValidator().Validate(null, options).Failures!));
}
