using LeadFilter.Http.Problems;
using LeadFilter.Http.Routing;
using LeadFilter.Tests.Azure.Hosting;

namespace LeadFilter.Tests.Http.Routing;

/// <summary>What is declared of the addresses holds.</summary>
[TestClass]
public sealed class AddressesTests
{
    public static IEnumerable<object[]> Guarded() =>
        from address in Addresses.All
        where address.Caller != Caller.Anyone
        from method in address.Methods
        select new object[] { address.Name, method };

    public static IEnumerable<object[]> Admins() => Guarded().Where(one => Named((string)one[0]).Caller == Caller.Admin);

    [TestMethod]
    [DynamicData(nameof(Guarded))]
    public async Task Nobody_without_a_key_gets_in(string name, string method) => Assert.AreEqual(401, await CallAsync(name, method, ""));

    [TestMethod]
    [DynamicData(nameof(Admins))]
    public async Task Vendor_does_not_get_in_where_only_the_admin_may(string name, string method) =>
        Assert.AreEqual(401, await CallAsync(name, method, "acme-demo-key"));

    [TestMethod]
    [DynamicData(nameof(Admins))]
    public async Task Admin_gets_in(string name, string method) =>
        Assert.AreNotEqual(401, await CallAsync(name, method, AzureFilter.AdminKey));

    [TestMethod]
    public void Anyone_may_see_only_how_the_filter_is() => Assert.AreEqual(
        "health/live, health/ready",
        string.Join(", ", Addresses.All.Where(address => address.Caller == Caller.Anyone).Select(address => address.Template)));

    [TestMethod]
    public void Path_holds_the_argument()
    {
        Assert.AreEqual("/api/campaigns/solar/leads", Addresses.SubmitLead.PathOf("solar"));
        Assert.AreEqual("/api/suppressions", Addresses.ListSuppressions.PathOf());
    }

    [TestMethod]
    public void Problems_name_addresses_that_there_are()
    {
        Assert.Contains(Addresses.SubmitLead.PathOf("CAMPAIGN"), Problem.UnknownCampaign.Detail, StringComparison.Ordinal);
        Assert.Contains(Addresses.SubmitLead.PathOf("CAMPAIGN"), Problem.UnknownAddress.Detail, StringComparison.Ordinal);
        Assert.Contains(Addresses.ListSuppressions.PathOf(), Problem.UnknownList.Detail, StringComparison.Ordinal);
    }

    private static Address Named(string name) => Addresses.All.Single(address => address.Name == name);

    private static async Task<int> CallAsync(string name, string method, string key)
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext("{}");
        context.Request.Method = method;
        context.Request.Headers.Authorization = key.Length == 0 ? default : $"Bearer {key}";
        var result = await Named(name).HandlerOn(context.RequestServices)(context.Request, "loans", CancellationToken.None);
        return (await AzureFilter.AnswerAsync(context, result)).Status;
    }
}
