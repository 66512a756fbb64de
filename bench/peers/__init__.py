"""The servers that the newspaper is measured beside, each as it would be run."""
