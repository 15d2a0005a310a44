using OrchardCore.Modules.Manifest;
using Platform.Tests.Features;

[assembly: Module(Name = "Things", Author = "The OrchardCore.Customers contributors", Version = "0.1.0")]

[assembly: Feature(Id = FeatureNames.Things, Name = "Things", Dependencies = ["OrchardCore.Contents", "OrchardCore.Roles", FeatureNames.Base])]
[assembly: Feature(Id = FeatureNames.Base, Name = "What things need")]
[assembly: Feature(Id = FeatureNames.Extra, Name = "More about things", Dependencies = [FeatureNames.Things])]
[assembly: Feature(Id = FeatureNames.Broken, Name = "Things that fail", Dependencies = [FeatureNames.Things])]
