using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Infrastructure;

[TestClass]
public sealed class TableTests
{
    [TestMethod]
    public void Every_table_of_the_code_is_declared_in_Azure_and_no_other() =>
        CollectionAssert.AreEquivalent(TableNames.All.ToList(), BicepFile.Read("app/storage.bicep").Array("tableNames").ToList());
}
