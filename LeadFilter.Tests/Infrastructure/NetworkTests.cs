namespace LeadFilter.Tests.Infrastructure;

/// <summary>Every network may come as long as nobody says otherwise; whoever names networks shuts out the others.</summary>
[TestClass]
public sealed class NetworkTests
{
    private static readonly string[] Stores = ["app/storage.bicep", "app/secrets.bicep"];

    [TestMethod]
    [DataRow("param callerRanges string[] = []")]
    [DataRow("param subnetId string = ''")]
    [DataRow("param staffRanges string[] = []")]
    public void Networks_are_open_by_default(string parameter) =>
        Assert.Contains($"\n{parameter}\n", BicepFile.Read("main.bicep").Text, StringComparison.Ordinal);

    [TestMethod]
    public void Callers_that_are_named_shut_out_all_others()
    {
        var app = BicepFile.Read("app/functions.bicep");
        Assert.AreEqual("empty(callerRanges) ? 'Allow' : 'Deny'", app.Values("ipSecurityRestrictionsDefaultAction").Single());
        Assert.AreEqual("empty(callerRanges) ? [] : callerRules", app.Values("ipSecurityRestrictions").Single());
    }

    [TestMethod]
    public void A_subnet_shuts_out_every_other_network_from_storage_and_vault()
    {
        foreach (var store in Stores.Select(BicepFile.Read))
        {
            Assert.AreEqual("empty(subnetId) ? 'Allow' : 'Deny'", store.Values("defaultAction").Single());
            Assert.StartsWith("empty(subnetId) ? [] : [{ id: subnetId", store.Values("virtualNetworkRules").Single(), StringComparison.Ordinal);
            Assert.StartsWith("map(staffRanges, range => { value: range", store.Values("ipRules").Single(), StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void The_app_runs_in_the_subnet_that_the_stores_let_in() =>
        Assert.AreEqual("empty(subnetId) ? null : subnetId", BicepFile.Read("app/functions.bicep").Values("virtualNetworkSubnetId").Single());
}
