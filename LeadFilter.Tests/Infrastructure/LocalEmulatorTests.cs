using LeadFilter.Tests.Folders;
using YamlDotNet.RepresentationModel;

namespace LeadFilter.Tests.Infrastructure;

[TestClass]
public sealed class LocalEmulatorTests
{
    private static readonly YamlNode Services = YamlFile.Read("infra", "local", "compose.yaml").Find("services")!;

    [TestMethod]
    public void Service_Bus_and_its_SQL_Server_are_started() =>
        CollectionAssert.AreEquivalent(new[] { "servicebus", "sql" }, Services.Keys().ToList());

    [TestMethod]
    public void The_emulators_read_the_files_beside_them()
    {
        var files = Texts("volumes")
            .Where(volume => volume.StartsWith("./", StringComparison.Ordinal))
            .Select(volume => volume.Split(':')[0])
            .ToList();
        CollectionAssert.AreEqual(new[] { "./servicebus.json" }, files);
        Assert.IsTrue(files.TrueForAll(file => File.Exists(Path.Combine(SampleFiles.Root, "infra", "local", file))));
    }

    [TestMethod]
    public void They_are_reached_from_this_machine_only() =>
        Assert.AreEqual("", string.Join(", ", Texts("ports").Where(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal))));

    [TestMethod]
    public void No_image_changes_under_the_users_feet() =>
        Assert.AreEqual("", string.Join(", ", Services.Below().Select(node => node.Text("image")).OfType<string>()
            .Where(image => image.EndsWith(":latest", StringComparison.Ordinal))));

    [TestMethod]
    public void No_password_stands_in_the_file() =>
        Assert.IsTrue(Services.Below().Select(node => node.Text("MSSQL_SA_PASSWORD")).OfType<string>()
            .All(password => password.StartsWith("${SQL_PASSWORD:?", StringComparison.Ordinal)));

    private static IEnumerable<string> Texts(string key) =>
        Services.Below().SelectMany(node => node.Items(key)).Cast<YamlScalarNode>().Select(item => item.Value!);
}
