"""Pictures drawn by code and printed like screen prints: few inks, soft grain, warm paper."""
