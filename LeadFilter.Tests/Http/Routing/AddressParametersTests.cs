using LeadFilter.Http.Routing;
using LeadFilter.Tests.Azure.Hosting;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http.Routing;

/// <summary>Addresses with several parameters, and those that vendors and the buyer's staff share.</summary>
[TestClass]
public sealed class AddressParametersTests
{
    private static readonly Address Anyones = Of(Caller.Anyone);
    private static readonly Address Shared = Of(Caller.Vendor | Caller.Read);

    [TestMethod]
    public void Path_holds_the_arguments_in_their_order() =>
        Assert.AreEqual("/api/campaigns/solar/returns/0193", Anyones.PathOf("solar", "0193"));

    [TestMethod]
    public void Path_needs_as_many_arguments_as_there_are_parameters()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Anyones.PathOf("solar"));
        Assert.ThrowsExactly<ArgumentException>(() => Addresses.ListSuppressions.PathOf("solar"));
    }

    [TestMethod]
    public async Task Endpoint_gets_all_arguments_in_their_order()
    {
        await using var site = await TestSite.StartAsync(routes => routes.Map(Anyones), Anyones.AddTo);

        Assert.AreEqual("solar 0193", await site.Client.GetStringAsync(new Uri(Anyones.PathOf("solar", "0193"), UriKind.Relative)));
    }

    [TestMethod]
    [DataRow("acme-demo-key", 200)]
    [DataRow(AzureFilter.ReadKey, 200)]
    [DataRow(AzureFilter.AdminKey, 200)]
    [DataRow(AzureFilter.CrmKey, 403)]
    public async Task Key_that_is_not_the_staff_s_is_left_to_the_endpoint_where_vendors_may_call_too(string key, int status)
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext();
        context.Request.Method = "GET";
        context.Request.Headers.Authorization = $"Bearer {key}";

        var result = await filter.Get<StaffGate>().AnswerAsync(
            Shared, static (_, _, _) => Task.FromResult(Results.Text("in")), context.Request, ["solar", "0193"], CancellationToken.None);

        Assert.AreEqual(status, (await AzureFilter.AnswerAsync(context, result)).Status);
    }

    [TestMethod]
    public void Address_that_vendors_may_call_is_not_for_the_staff_alone()
    {
        Assert.IsFalse(Shared.IsForStaff("GET"));
        Assert.IsTrue(Shared.IsForStaff("POST"));
    }

    private static Address Of(Caller caller) => Address.Of<Joining>(
        "Joining", "campaigns/{campaign}/returns/{lead}", caller, ["GET"],
        static (_, _, arguments, _) => Task.FromResult(Results.Text(string.Join(' ', arguments))));

    private sealed class Joining;
}
