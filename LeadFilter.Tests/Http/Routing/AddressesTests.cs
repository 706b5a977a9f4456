using LeadFilter.Http.Problems;
using LeadFilter.Http.Routing;
using LeadFilter.Tests.Azure.Hosting;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Http.Routing;

/// <summary>What is declared of the addresses holds.</summary>
[TestClass]
public sealed class AddressesTests
{
    private static readonly (string Name, string Key)[] Keys =
        [("admin", AzureFilter.AdminKey), ("read", AzureFilter.ReadKey), ("crm", AzureFilter.CrmKey)];

    private const string Unknown = "0193a2b4c5d67e8f9a0b1c2d3e4f5a6b";

    public static IEnumerable<object[]> Guarded() =>
        from address in Addresses.All
        from method in address.Methods
        where address.CallerOf(method) != Caller.Anyone
        select new object[] { address.Name, method };

    public static IEnumerable<object[]> Staff() => Guarded().Where(one => Named((string)one[0]).IsForStaff((string)one[1]));

    [TestMethod]
    [DynamicData(nameof(Guarded))]
    public async Task Nobody_without_a_key_gets_in(string name, string method) => Assert.AreEqual(401, await CallAsync(name, method, ""));

    [TestMethod]
    [DynamicData(nameof(Staff))]
    public async Task Vendor_does_not_get_in_where_only_the_staff_may(string name, string method) =>
        Assert.AreEqual(401, await CallAsync(name, method, "acme-demo-key"));

    [TestMethod]
    [DynamicData(nameof(Staff))]
    public async Task Each_role_gets_in_where_the_declaration_says_so_and_nowhere_else(string name, string method)
    {
        foreach (var (role, key) in Keys)
        {
            var status = await CallAsync(name, method, key);
            Assert.AreNotEqual(401, status, role);
            Assert.AreEqual(RolesOf(Named(name), method).Contains(role), status != 403, role);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Staff))]
    public void The_docs_say_which_role_may_do_what(string name, string method)
    {
        var address = Named(name);
        var row = SampleFiles.Read("docs", "http.md").Split('\n')
            .Single(line => line.StartsWith($"| `{method} {address.PathOf([.. address.Parameters.Select(static name => name.ToUpperInvariant())])}` | ", StringComparison.Ordinal)
                && line.Count(static character => character == '|') == 5);

        Assert.AreEqual(
            string.Join(" | ", Keys.Select(key => RolesOf(address, method).Contains(key.Name) ? "yes" : "no")),
            row[(row.IndexOf('|', 1) + 1)..^1].Trim());
    }

    [TestMethod]
    public void Only_the_admin_may_use_a_method_that_is_not_declared() => Assert.AreEqual(Caller.Admin, Addresses.ListCaps.CallerOf("PATCH"));

    [TestMethod]
    public void Anyone_may_see_only_how_the_filter_is() => Assert.AreEqual(
        "health/live, health/ready",
        string.Join(", ", Addresses.All
            .Where(address => address.Methods.Any(method => address.CallerOf(method) == Caller.Anyone))
            .Select(address => address.Template)));

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

    private static string[] RolesOf(Address address, string method) =>
    [
        "admin",
        .. address.CallerOf(method).HasFlag(Caller.Read) ? ["read"] : Array.Empty<string>(),
        .. address.CallerOf(method).HasFlag(Caller.Crm) ? ["crm"] : Array.Empty<string>(),
    ];

    private static Address Named(string name) => Addresses.All.Single(address => address.Name == name);

    private static async Task<int> CallAsync(string name, string method, string key)
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext("{}");
        context.Request.Method = method;
        context.Request.Headers.Authorization = key.Length == 0 ? default : $"Bearer {key}";
        string[] arguments = [.. Named(name).Parameters.Select(static parameter => parameter == "lead" ? Unknown : "loans")];
        var result = await Named(name).HandlerOn(context.RequestServices)(context.Request, arguments, CancellationToken.None);
        return (await AzureFilter.AnswerAsync(context, result)).Status;
    }
}
