using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Limits;

[TestClass]
public sealed class VendorLimitsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly TestMeters meters = new();

    public void Dispose() => meters.Dispose();

    [TestMethod]
    public void Without_a_rate_everything_passes()
    {
        var limits = New(null);
        Assert.AreEqual(10_000, Passing(limits, Vendor("acme"), 10_000));
    }

    [TestMethod]
    public void A_vendors_own_rate_goes_before_the_one_for_all()
    {
        var limits = New(new(1, 2));
        Assert.AreEqual(2, Passing(limits, Vendor("acme"), 10));
        Assert.AreEqual(5, Passing(limits, Vendor("bright") with { Rate = new(1, 5) }, 10));
    }

    [TestMethod]
    public void A_vendor_file_that_is_loaded_again_refills_nothing()
    {
        var limits = New(null);
        Passing(limits, Vendor("acme") with { Rate = new(1, 5) }, 10);
        Assert.AreEqual(0, Passing(limits, Vendor("acme") with { Rate = new(1, 5) }, 10));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(1, Passing(limits, Vendor("acme") with { Rate = new(1, 5) }, 10));
    }

    [TestMethod]
    public void Vendors_that_are_gone_are_forgotten()
    {
        var limits = New(null);
        for (var at = 0; at < 100; at++)
        {
            Passing(limits, Vendor($"vendor-{at}"), 1);
        }

        Assert.AreEqual(1, limits.Count);
    }

    [TestMethod]
    public void What_is_refused_is_counted_by_vendor()
    {
        Passing(New(new(1, 1)), Vendor("acme"), 2);
        CollectionAssert.AreEqual(new[] { "leadfilter.limited 1 vendor=acme limit=rate" }, meters.Of("leadfilter.limited"));
    }

    private static Vendor Vendor(string id) => new(TestCampaign.Id(id), id, []);

    private static int Passing(VendorLimits limits, Vendor vendor, int requests) =>
        Enumerable.Range(0, requests).Count(at => limits.TryPass(vendor, new([vendor]), out _, out _));

    private VendorLimits New(RequestRate? rate) => new(new() { VendorRate = rate }, new LeadMetrics(meters), clock);
}
