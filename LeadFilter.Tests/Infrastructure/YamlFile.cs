using LeadFilter.Tests.Folders;
using YamlDotNet.RepresentationModel;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>Reads YAML files of the repository.</summary>
internal static class YamlFile
{
    /// <summary>The root of a file with one document.</summary>
    public static YamlMappingNode Read(params ReadOnlySpan<string> path)
    {
        using var text = new StringReader(SampleFiles.Read(path));
        var stream = new YamlStream();
        stream.Load(text);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>A property; null if there is none.</summary>
    public static YamlNode? Find(this YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The names of the properties; none if it has none.</summary>
    public static IEnumerable<string> Keys(this YamlNode node) =>
        node is YamlMappingNode mapping ? mapping.Children.Keys.Cast<YamlScalarNode>().Select(key => key.Value!) : [];

    /// <summary>A text; null if there is none.</summary>
    public static string? Text(this YamlNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value;

    /// <summary>The items of a list; none if there is no list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode node, string key) => node.Find(key) as YamlSequenceNode ?? [];

    /// <summary>A node and everything below it.</summary>
    public static IEnumerable<YamlNode> Below(this YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Values.SelectMany(Below).Prepend(node),
        YamlSequenceNode sequence => sequence.Children.SelectMany(Below).Prepend(node),
        _ => [node],
    };
}
